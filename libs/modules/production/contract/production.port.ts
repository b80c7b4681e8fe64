import type { Call, HoldsFiles } from '@anyam/contract-kit';
import type { Lot, LotEvent, Material, Product, RejectReason } from '@anyam/domain/production';
import type { Person, Transaction, Unit } from '@anyam/member/contract';
import type { z } from 'zod';
import type * as c from './catalogue.schema.ts';
import type * as d from './district.schema.ts';
import type * as g from './goods.schema.ts';
import type * as h from './herd.schema.ts';
import type * as s from './store.schema.ts';
import type * as t from './target.schema.ts';
import type { downloadSchema, madeSchema } from './common.schema.ts';

type Made = z.infer<typeof madeSchema>;

export interface ProductRecord extends Product {
  readonly regencyCode: string;
  readonly active: boolean;
}
export interface MaterialRecord extends Material {
  readonly regencyCode: string;
  readonly active: boolean;
}
export interface LotRecord extends Lot {
  readonly groupId: string;
}
/** One line of what a member handed in, base units; accepted and rejected sum to it. `grade` null only where the product has one grade. */
export interface DepositGiven {
  readonly memberId: string;
  readonly productId: string;
  readonly grade: string | null;
  readonly handedIn: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly rejectReason: RejectReason | string | null;
  readonly note?: string | null;
}
export interface DepositMade {
  readonly depositId: string;
  /** Null when all of it was rejected. */
  readonly lotId: string | null;
  readonly lotCode: string | null;
  readonly memberId: string;
}
export interface MaterialGiven {
  readonly materialId: string;
  /** Base units. */
  readonly quantity: number;
  /** Rupiah for all of it; 0 for a gift. */
  readonly value: bigint;
  readonly on: string;
  /** On account of this party; else paid from a purse. */
  readonly partyId: string | null;
  readonly paidFrom: 'cash' | 'bank' | null;
  readonly dealId: string | null;
  /** Names the delivery: it is received once. */
  readonly key: string;
  readonly note?: string | null;
}

/** Who may bring material to a group, and which. */
export interface SupplierRecord {
  readonly id: string;
  readonly name: string;
  readonly materialIds: readonly string[];
}
export type SuppliersOf = (tx: Transaction, group: { readonly regencyCode: string; readonly villageCode: string }, materialIds: readonly string[]) => Promise<SupplierRecord[]>;

export interface CataloguePort {
  list(call: Call): Promise<z.infer<typeof c.catalogueView>>;
  saveProduct(call: Call, input: z.infer<typeof c.saveProductInput>): Promise<Made>;
  saveMaterial(call: Call, input: z.infer<typeof c.saveMaterialInput>): Promise<Made>;
  saveNorm(call: Call, input: z.infer<typeof c.saveNormInput>): Promise<Made>;
  removeNorm(call: Call, input: { id: string }): Promise<void>;
}
export interface TargetsPort {
  board(call: Call, input: { groupId: string }): Promise<z.infer<typeof t.boardView>>;
  /** Errors: DECISION_NEEDED, TARGET_OVERLAPS and those of `makeTarget`. */
  set(call: Call, input: z.infer<typeof t.setTargetInput>): Promise<z.infer<typeof t.setTargetOutput>>;
  /** Puts a decided target away undivided. Errors: NOT_WAITING. */
  drop(call: Call, input: z.infer<typeof t.dropTargetInput>): Promise<void>;
}
export interface GoodsPort {
  add(call: Call, input: z.infer<typeof g.addDepositInput>): Promise<z.infer<typeof g.addDepositOutput>>;
  deposits(call: Call, input: z.infer<typeof g.depositListInput>): Promise<z.infer<typeof g.depositPage>>;
  slip(call: Call, input: { id: string }): Promise<z.infer<typeof g.slipView>>;
  /** Takes a deposit back while all of its lot is still there. Errors: DEPOSIT_IN_USE, DEPOSIT_VOID. */
  voidDeposit(call: Call, input: z.infer<typeof g.voidDepositInput>): Promise<void>;
  lots(call: Call, input: z.infer<typeof g.lotListInput>): Promise<z.infer<typeof g.lotPage>>;
  moveLot(call: Call, input: z.infer<typeof g.moveLotInput>): Promise<void>;
  /** The lot of a code, typed as people type it. Errors: LOT_CODE_…, LOT_NOT_FOUND. */
  findLot(call: Call, input: { code: string }): Promise<z.infer<typeof g.findLotOutput>>;
}
export interface StorePort {
  /** With the suppliers that the group may take material from. */
  view(call: Call, input: { groupId: string }): Promise<z.infer<typeof s.storeView>>;
  /** Errors: PAYMENT_MISSING, PAYMENT_TWICE, SUPPLIER_UNKNOWN and those of the domain. */
  receive(call: Call, input: z.infer<typeof s.receiveInput>): Promise<Made>;
  move(call: Call, input: z.infer<typeof s.moveMaterialInput>): Promise<Made>;
  /** Takes one movement back with the value it had, in the books too. Errors: MATERIAL_NOT_THERE, MATERIAL_VALUE_LEFT, …SHORT. */
  correct(call: Call, input: z.infer<typeof s.correctInput>): Promise<Made>;
  moves(call: Call, input: z.infer<typeof s.moveListInput>): Promise<z.infer<typeof s.movePage>>;
}
export interface HerdPort {
  view(call: Call, input: z.infer<typeof h.herdInput>): Promise<z.infer<typeof h.herdView>>;
  takeIn(call: Call, input: z.infer<typeof h.herdInInput>): Promise<z.infer<typeof h.herdDone>>;
  birth(call: Call, input: z.infer<typeof h.herdBirthInput>): Promise<z.infer<typeof h.herdDone>>;
  /** Errors: those of the domain, FINDING_BLOCKS, WARNING_UNREAD. */
  takeOut(call: Call, input: z.infer<typeof h.herdOutInput>): Promise<z.infer<typeof h.herdDone>>;
  change(call: Call, input: z.infer<typeof h.herdChangeInput>): Promise<z.infer<typeof h.herdDone>>;
  voidEvent(call: Call, input: z.infer<typeof h.herdVoidInput>): Promise<Made>;
  count(call: Call, input: z.infer<typeof h.stockCountInput>): Promise<z.infer<typeof h.stockCountOutput>>;
  closeCase(call: Call, input: z.infer<typeof h.closeCaseInput>): Promise<void>;
}
export interface ProductionDistrictPort {
  list(call: Call, input: z.infer<typeof d.districtListInput>): Promise<z.infer<typeof d.districtPage>>;
  chart(call: Call, input: z.infer<typeof d.chartInput>): Promise<z.infer<typeof d.chartView>>;
  exportXlsx(call: Call, input: z.infer<typeof d.districtExportInput>): Promise<z.infer<typeof downloadSchema>>;
}

export interface ProductionPort extends HoldsFiles {
  readonly catalogue: CataloguePort;
  readonly targets: TargetsPort;
  readonly goods: GoodsPort;
  readonly store: StorePort;
  readonly herd: HerdPort;
  readonly district: ProductionDistrictPort;

  /** For other modules, in their transaction; no area is applied. Deposits of goods: gives the lots made. Errors: those of `makeDeposit`, NOT_A_MEMBER, MEETING_NOT_OPEN. */
  deposit(unit: Unit, who: Person, groupId: string, entries: readonly DepositGiven[], at: { on: string; meetingId: string | null }): Promise<DepositMade[]>;
  /** Lots of a group, oldest first; `lock` holds their rows in order of id until the transaction ends. */
  lots(tx: Transaction, groupId: string, ids?: readonly string[], lock?: boolean): Promise<LotRecord[]>;
  /** Applies lot events in order, rows locked in order of id; a piece is never sold twice. Errors: LOT_SHORT, DEAL_HOLDS_LESS, LOT_NOT_FOUND. */
  applyLots(unit: Unit, who: Person, groupId: string, events: readonly { readonly lotId: string; readonly event: LotEvent }[]): Promise<void>;
  /** The regency's catalogue; one without any gets the usual goods first. */
  products(tx: Transaction, regencyCode: string): Promise<ProductRecord[]>;
  materials(tx: Transaction, regencyCode: string): Promise<MaterialRecord[]>;
  /** Material into the group's store, and its entry in the books. A key that is known does nothing. Errors: PAYMENT_MISSING, PAYMENT_TWICE, those of the books. */
  receiveMaterial(unit: Unit, who: Person, groupId: string, input: MaterialGiven): Promise<void>;
  /** Called once while modules are made: the module that keeps the parties tells who may bring material. */
  offerSuppliers(suppliers: SuppliersOf): void;
}

declare module '@anyam/contract-kit' {
  interface Services {
    production: ProductionPort;
  }
}
