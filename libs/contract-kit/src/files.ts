import { reaches, type Actor, type Place, type Role } from './call.ts';

/** Where a record stands that holds an uploaded file, and the permission with which that record is read. */
export interface FileHolder {
  readonly permission: string;
  readonly place: Place;
}

/** A port whose module has records that hold uploaded files: it answers for them. */
export interface HoldsFiles {
  /** All records of the module that hold this file; none when it holds it nowhere. No area is applied. */
  holdersOf(fileId: string): Promise<readonly FileHolder[]>;
}

/** Who may read a record may read the files it holds. A file that no record holds yet is its uploader's alone. */
export function mayReadFile(actor: Actor, uploadedBy: string, holders: readonly FileHolder[], rolesOf: (permission: string) => readonly Role[]): boolean {
  if (holders.length === 0) return actor.userId === uploadedBy;
  return holders.some(({ permission, place }) => reaches({ actor, permission, scope: actor.grants.filter((grant) => rolesOf(permission).includes(grant.role)) }, place));
}
