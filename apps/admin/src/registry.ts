/** The one place where the host takes in the modules' screens. What only the server needs of them is in `server/nav.ts`. */
export { screens } from '@anyam/registry/admin';
