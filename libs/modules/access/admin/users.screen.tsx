import { useQuery, useQueryClient } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Chip } from '@anyam/admin-kit/chip';
import { DataTable, TableTools, type Column } from '@anyam/admin-kit/data-table';
import { FilterBar } from '@anyam/admin-kit/filter-bar';
import { PageHead } from '@anyam/admin-kit/page-head';
import { useSession } from '@anyam/admin-kit/session';
import { Notice } from '@anyam/admin-kit/states';
import { defineFilters, useTableState } from '@anyam/admin-kit/table-state';
import { useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { ROLES } from '@anyam/contract-kit';
import { plainLetters } from '@anyam/domain/kernel';
import { UserPlus } from 'lucide-react';
import { useQueryState } from 'nuqs';
import { useMemo, useState } from 'react';
import { ROLE_NAME } from '../contract/role-names.ts';
import { useAccessApi } from './api.ts';
import { NewUserDialog } from './user-form.tsx';
import { UserPanel, type User } from './user-panel.tsx';
import { texts } from './users.texts.ts';

const filters = defineFilters({ peran: { kind: 'multi', label: texts.role }, keadaan: { kind: 'single', label: texts.state } });

export default function UsersScreen(_props: { readonly params: Record<string, string> }) {
  const t = useText(texts);
  const say = useSay();
  const session = useSession();
  const api = useAccessApi();
  const client = useQueryClient();
  const toast = useToast();
  const query = useQuery(api.users.queryOptions());
  const state = useTableState({ filters, sort: { column: 'name', desc: false } });
  const [creating, setCreating] = useState(false);
  const [chosen, choose] = useQueryState('orang', { history: 'push' });
  const users = query.data;

  const columns: readonly Column<User>[] = [
    {
      id: 'name', header: texts.colName, sortable: true,
      cell: (u) => (
        <>
          <button type="button" className="as-link row-link" onClick={() => void choose(u.id)}>{u.name}</button>
          {u.id === session.user.id && <> <Chip mark="none">{t('you')}</Chip></>}
          {u.position && <div className="muted small">{u.position}</div>}
        </>
      ),
    },
    { id: 'username', header: texts.colUser, sortable: true, cell: (u) => u.username },
    {
      id: 'roles', header: texts.colRoles,
      cell: (u) => (u.grants.length === 0 ? <span className="muted">{t('noRole')}</span> : u.grants.map((g) => <div key={g.id}>{say(ROLE_NAME[g.role])} <span className="muted small">{g.areaName}</span></div>)),
    },
    { id: 'two', header: texts.colTwo, optional: true, cell: (u) => <Chip tone={u.twoFactor ? 'ok' : 'neutral'} mark="none">{u.twoFactor ? t('on') : t('off')}</Chip> },
    { id: 'state', header: texts.colState, optional: true, cell: (u) => <Chip tone={u.disabled ? 'bad' : 'ok'}>{u.disabled ? t('disabled') : t('active')}</Chip> },
  ];

  const { q, sort } = state;
  const { peran, keadaan } = state.filters;
  const found = useMemo(() => {
    const words = plainLetters(q).split(/\s+/).filter(Boolean);
    const by = sort?.column === 'username' ? 'username' : 'name';
    return users
      ?.filter((u) => words.every((w) => plainLetters(`${u.name} ${u.username} ${u.position}`).includes(w)))
      .filter((u) => !peran || u.grants.some((g) => peran.includes(g.role)))
      .filter((u) => !keadaan || u.disabled === (keadaan === 'ditutup'))
      .sort((a, b) => a[by].localeCompare(b[by], 'id') * (sort?.desc ? -1 : 1));
  }, [users, q, sort, peran, keadaan]);

  return (
    <div className="stack">
      <PageHead title={t('title')} context={t('context')} actions={session.can('access.manage') && <Button variant="primary" icon={UserPlus} onClick={() => setCreating(true)}>{t('newUser')}</Button>} />
      {!session.can('access.manage') && <Notice>{t('readOnly')}</Notice>}
      <FilterBar
        state={state}
        filters={filters}
        searchLabel={t('search')}
        options={{
          peran: ROLES.map((role) => ({ value: role, label: say(ROLE_NAME[role]) })),
          keadaan: [{ value: 'aktif', label: t('active') }, { value: 'ditutup', label: t('disabled') }],
        }}
        count={found && t('count', { n: found.length })}
        end={<TableTools state={state} columns={columns} />}
      />
      <DataTable
        caption={t('list')}
        columns={columns}
        rows={found?.slice((state.page - 1) * state.size, state.page * state.size)}
        rowId={(u) => u.id}
        rowName={(u) => u.name}
        total={found?.length}
        state={state}
        query={query}
        empty={{ title: t('none'), text: t('noneWhy') }}
      />
      <UserPanel user={users?.find((u) => u.id === chosen) ?? null} onClose={() => void choose(null)} />
      <NewUserDialog
        open={creating}
        onClose={() => setCreating(false)}
        onCreated={(user) => {
          setCreating(false);
          void client.invalidateQueries(api.users.queryFilter());
          toast({ text: t('created', { name: user.name }) });
        }}
      />
    </div>
  );
}
