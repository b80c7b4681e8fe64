/** The one place where the host takes in the modules. TEMPORARY: demo screens until the modules have theirs. */
export { demoNav as nav, demoScreens as screens } from './demo/registry.tsx';
