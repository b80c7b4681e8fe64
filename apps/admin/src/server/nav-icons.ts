import {
  ArrowLeftRight, Banknote, Bell, BookOpen, Calculator, CalendarDays, ChartColumn, ClipboardCheck, ClipboardList, Coins, CreditCard, Download, FileCheck, FileText, Files, HandCoins,
  History, House, Landmark, LayoutGrid, Map, MapPin, MapPinned, Package, PiggyBank, Receipt, Scale, ScrollText, Settings, Shield, Store, Tags, Upload, UserCog, UserRound,
  Users, UsersRound, Wallet, type LucideIcon,
} from 'lucide-react';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** Names a manifest may use for its navigation. They are drawn here, so that a browser does not load shapes of pages it may not see. */
const ICONS: Readonly<Record<string, LucideIcon>> = {
  'arrow-left-right': ArrowLeftRight, banknote: Banknote, bell: Bell, 'book-open': BookOpen, calculator: Calculator, 'calendar-days': CalendarDays, 'chart-column': ChartColumn, 'clipboard-check': ClipboardCheck,
  'clipboard-list': ClipboardList, coins: Coins, 'credit-card': CreditCard, download: Download, 'file-check': FileCheck, 'file-text': FileText, files: Files, 'hand-coins': HandCoins,
  history: History, home: House, house: House, landmark: Landmark, 'layout-grid': LayoutGrid, map: Map, 'map-pin': MapPin, 'map-pinned': MapPinned, package: Package,
  'piggy-bank': PiggyBank, receipt: Receipt, scale: Scale, 'scroll-text': ScrollText, settings: Settings, shield: Shield, store: Store, tags: Tags, upload: Upload,
  'user-cog': UserCog, 'user-round': UserRound, user: UserRound, users: Users, 'users-round': UsersRound, wallet: Wallet,
};

const drawn = new globalThis.Map<string, string>();

/** The inside of the icon's `<svg>`; an unknown name gets a plain shape. */
export function iconShape(name: string): string {
  let shape = drawn.get(name);
  if (shape === undefined) {
    shape = renderToStaticMarkup(createElement(ICONS[name] ?? LayoutGrid)).replace(/^<svg[^>]*>|<\/svg>$/g, '');
    drawn.set(name, shape);
  }
  return shape;
}
