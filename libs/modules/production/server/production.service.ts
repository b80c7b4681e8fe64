import type { Kit } from '@anyam/server-kit';
import type { ProductionPort } from '../contract/index.ts';
import { createCatalogue } from './catalogue.ts';
import { productionContext, type ProductionNeeds } from './context.ts';
import { createDistrict } from './district.ts';
import { createGoods } from './goods.ts';
import { createHerd } from './herd.ts';
import { createStore } from './store.ts';
import { createTargets } from './targets.ts';

export function createProduction(kit: Kit, needs: ProductionNeeds): ProductionPort {
  const c = productionContext(kit, needs);
  const catalogue = createCatalogue(c);
  const goods = createGoods(c, catalogue);
  const store = createStore(c, catalogue);
  return {
    catalogue: catalogue.catalogue, targets: createTargets(c, catalogue), goods: goods.goods, store: store.store, herd: createHerd(c), district: createDistrict(c, catalogue),
    ...catalogue.ports, ...goods.ports, ...store.ports,
  };
}
