import type { Call } from '@anyam/contract-kit';
import type { z } from 'zod';
import type {
  checkView, decideInput, duplicatesInput, duplicatesPage, exportInput, exportOutput, lookupInput, lookupOutput, memberDetail, memberListInput,
  memberPage, MOMENTS, revealInput, revealOutput, updatePersonInput,
} from './member.schema.ts';

export type Moment = (typeof MOMENTS)[number];
export type CheckView = z.infer<typeof checkView>;

/** A running transaction, as `UnitOfWork` hands it out. Contracts know no database types, so only raw SQL is named here. */
export interface Transaction {
  $queryRawUnsafe<T = unknown>(query: string, ...values: unknown[]): PromiseLike<T>;
  $executeRawUnsafe(query: string, ...values: unknown[]): PromiseLike<number>;
}
/** What of a use case's unit of work another module's port needs: pass the `Work` you were given. */
export interface Unit {
  readonly tx: Transaction;
  readonly now: Date;
  audit(record: {
    action: string; entity: string; entityId: string; groupId?: string | null; regionCode: string;
    changes?: Readonly<Record<string, readonly [unknown, unknown]>>; reason?: string | null;
  }): void;
}
export interface Person {
  readonly userId: string;
  readonly name: string;
}

export interface NewPerson {
  readonly nationalId: string;
  readonly familyCardNo: string;
  readonly name: string;
  readonly birthPlace: string | null;
  readonly birthDate: string;
  readonly sex: 'L' | 'P';
  readonly villageCode: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly occupation: string | null;
  readonly married: boolean | null;
}

export interface RegisterRow {
  readonly nationalId: string;
  readonly familyCardNo: string | null;
  readonly name: string | null;
  readonly villageCode: string | null;
  readonly decile: number | null;
  readonly status: 'active' | 'deceased' | 'movedOut' | 'inactive';
}
export interface PriorAidRow {
  readonly nationalId: string;
  readonly familyCardNo?: string | null;
  readonly year: number;
  readonly programme: string;
  readonly amount: bigint | null;
}
export interface Extract {
  readonly id: string;
  readonly period: string;
  readonly fileSha256: string;
  readonly rowCount: number;
}
/** An extract as lists show it. */
export interface ExtractRow extends Extract {
  readonly kind: 'register' | 'priorAid';
  readonly fileName: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  /** The newest of its kind: what checks compare with from now on. */
  readonly inUse: boolean;
}
/** What the newest extracts say of some people. */
export interface KnownPeople {
  readonly extracts: { readonly register: Extract | null; readonly priorAid: Extract | null };
  readonly register: readonly RegisterRow[];
  readonly priorAid: readonly PriorAidRow[];
}

export interface MemberPort {
  list(call: Call, input: z.infer<typeof memberListInput>): Promise<z.infer<typeof memberPage>>;
  /** The filtered list as XLSX; numbers masked unless a purpose is stated by who may reveal them. Logged. */
  exportXlsx(call: Call, input: z.infer<typeof exportInput>): Promise<z.infer<typeof exportOutput>>;
  get(call: Call, input: { id: string }): Promise<z.infer<typeof memberDetail>>;
  /** Full numbers, for a stated purpose that goes into the audit log. */
  reveal(call: Call, input: z.infer<typeof revealInput>): Promise<z.infer<typeof revealOutput>>;
  update(call: Call, input: z.infer<typeof updatePersonInput>): Promise<void>;
  lookup(call: Call, input: z.infer<typeof lookupInput>): Promise<z.infer<typeof lookupOutput>>;
  duplicates(call: Call, input: z.infer<typeof duplicatesInput>): Promise<z.infer<typeof duplicatesPage>>;
  decide(call: Call, input: z.infer<typeof decideInput>): Promise<void>;

  /** Finds the person by NIK or makes one; what is given renews the stored data. Gives the id. */
  ensure(unit: Unit, who: Person, regencyCode: string, person: NewPerson): Promise<string>;
  /** Runs the domain's checks, stores the result with rule set, register and prior-aid extract, freezes the rule set. */
  check(unit: Unit, who: Person, input: { groupId: string; moment: Moment; asOf: string; programmeId?: string }): Promise<CheckView>;
  latest(groupId: string): Promise<CheckView | null>;
  /** All extracts of these regencies, newest first. */
  extracts(regencyCodes: readonly string[]): Promise<ExtractRow[]>;
  /** Rows of the newest extracts for these NIK, and earlier aid to these family cards. */
  known(regencyCode: string, nationalIds: readonly string[], familyCards: readonly string[]): Promise<KnownPeople>;
  /**
   * The part of the newest register that tells whether numbers of a file kept their digits: rows with these NIK or with a NIK
   * that begins with one of these twelve digits, and which of the family cards are in it. Null without a register.
   */
  knownNumbers(
    regencyCode: string, nationalIds: readonly string[], beginnings: readonly string[], familyCards: readonly string[],
  ): Promise<{ rows: RegisterRow[]; familyCards: string[] } | null>;
  /** Which of these NIK and family cards are in a living group, for the importer. */
  taken(regencyCode: string, nationalIds: readonly string[], familyCards: readonly string[]): Promise<{ nationalIds: Set<string>; familyCards: Set<string> }>;
  /** Stores an extract; the same file again gives the stored one. Rows go in by sets. */
  storeExtract(
    unit: Unit, who: Person,
    input: { regencyCode: string; kind: 'register' | 'priorAid'; period: string; fileName: string; fileSha256: string; register?: readonly RegisterRow[]; priorAid?: readonly PriorAidRow[] },
  ): Promise<{ id: string; stored: number; already: boolean }>;
}

declare module '@anyam/contract-kit' {
  interface Services {
    member: MemberPort;
  }
}
