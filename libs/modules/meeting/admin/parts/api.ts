import { moduleApi, readApiError, useQueryClient } from '@anyam/admin-kit/api';
import { useSay } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import type { z } from 'zod';
import type { groupMeetings, meetingDetail, MeetingRouter } from '../../contract/index.ts';

export const useMeetingApi = moduleApi<MeetingRouter>('meeting');

export type Meeting = z.infer<typeof meetingDetail>;
export type GroupMeetings = z.infer<typeof groupMeetings>;
export type MeetingRow = GroupMeetings['past'][number];

/** After a write: whatever of meetings is on screen or kept is asked for again. */
export function useRefresh(): () => Promise<unknown> {
  const api = useMeetingApi();
  const client = useQueryClient();
  return () => client.invalidateQueries(api.pathFilter());
}

/** Tells a refusal where it cannot stand beside what caused it. */
export function useTell(): (error: unknown) => void {
  const say = useSay();
  const toast = useToast();
  return (error) => {
    const read = readApiError(error);
    toast({ text: say(read.text, read.params), tone: 'bad' });
  };
}
