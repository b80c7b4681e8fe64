import type { Kit } from '@anyam/server-kit';
import type { ProductionPort } from '../contract/index.ts';
import { groupPlace } from '@anyam/group/contract';
import { herdRepository } from '../persistence/herd.repository.ts';
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
    async holdersOf(fileId) {
      const groups = await Promise.all((await herdRepository.groupsOfPhoto(c.pool, fileId)).map((id) => needs.group.get(c.reading, id)));
      return groups.flatMap((group) => (group ? [{ permission: 'production.read', place: groupPlace(group) }] : []));
    },
    catalogue: catalogue.catalogue, targets: createTargets(c, catalogue), goods: goods.goods, store: store.store, herd: createHerd(c), district: createDistrict(c, catalogue),
    ...catalogue.ports, ...goods.ports, ...store.ports,
  };
}
