import { lazy, Suspense, useRef, type ComponentType } from 'react';

/**
 * A dialog, drawer or tab whose code comes when it is first opened, so that it does not weigh on the screen around it:
 * `const EditMember = later(() => import('./edit-member.tsx').then((m) => m.EditMember), (props) => props.open)`.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>, isOpen: (props: P) => boolean): ComponentType<P> {
  const Part = lazy(async () => ({ default: await load() })) as unknown as ComponentType<P>;
  return function Later(props: P) {
    const opened = useRef(false);
    if (isOpen(props)) opened.current = true;
    if (!opened.current) return null;
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    );
  };
}
