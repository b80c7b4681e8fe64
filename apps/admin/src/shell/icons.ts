import {
  Bell, BookOpen, Calculator, ClipboardCheck, ClipboardList, Coins, CreditCard, FileCheck, FileText, Files, HandCoins, History, House, Landmark, LayoutGrid,
  Map, MapPin, MapPinned, Package, PiggyBank, Receipt, Scale, ScrollText, Settings, Shield, Store, Tags, UserCog, UserRound, Users, UsersRound, Wallet, ArrowLeftRight, Download, Upload,
  Banknote, ChartColumn, type LucideIcon,
} from 'lucide-react';

/** Names a manifest may use for its navigation; an unknown one gets a plain shape. */
const ICONS: Readonly<Record<string, LucideIcon>> = {
  'arrow-left-right': ArrowLeftRight, banknote: Banknote, bell: Bell, 'book-open': BookOpen, calculator: Calculator, 'chart-column': ChartColumn, 'clipboard-check': ClipboardCheck, 'clipboard-list': ClipboardList,
  coins: Coins, 'credit-card': CreditCard, download: Download, 'file-check': FileCheck, 'file-text': FileText, files: Files, 'hand-coins': HandCoins, history: History, home: House, house: House, landmark: Landmark,
  'layout-grid': LayoutGrid, map: Map, 'map-pin': MapPin, 'map-pinned': MapPinned, package: Package, 'piggy-bank': PiggyBank, receipt: Receipt, scale: Scale, 'scroll-text': ScrollText, settings: Settings, shield: Shield, store: Store,
  tags: Tags, upload: Upload, 'user-cog': UserCog, 'user-round': UserRound, user: UserRound, users: Users, 'users-round': UsersRound, wallet: Wallet,
};

export const iconOf = (name: string): LucideIcon => ICONS[name] ?? LayoutGrid;
