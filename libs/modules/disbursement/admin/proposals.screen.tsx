import { proposalFlow, type ProposalState } from '@anyam/domain/disbursement';
import { ProposalList } from './parts/proposal-list.tsx';

const ALL = Object.keys(proposalFlow.states) as ProposalState[];
const empty = {
  title: { id: 'Belum ada usulan', en: 'No proposals yet' },
  text: { id: 'Usulan disusun oleh operator atau pendamping untuk kelompok yang sudah terbentuk.', en: 'Operators and facilitators draw up proposals for groups that were formed.' },
};

export default function ProposalsScreen() {
  return <ProposalList title={{ id: 'Usulan bantuan', en: 'Aid proposals' }} within={ALL} empty={empty} />;
}
