import { VERIFYING } from './parts/aid-nav.tsx';
import { ProposalList } from './parts/proposal-list.tsx';

const empty = {
  title: { id: 'Tidak ada yang menunggu verifikasi', en: 'Nothing waits for verification' },
  text: { id: 'Usulan muncul di sini setelah diajukan.', en: 'Proposals appear here once they are handed in.' },
};

export default function VerificationScreen() {
  return <ProposalList title={{ id: 'Verifikasi usulan', en: 'Verification of proposals' }} within={VERIFYING} empty={empty} />;
}
