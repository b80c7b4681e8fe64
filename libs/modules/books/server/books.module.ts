import { serverModule } from '@anyam/server-kit';
import { createBooks } from './books.service.ts';

export const booksModule = serverModule({
  id: 'books',
  dependsOn: ['territory', 'access', 'programme', 'member', 'group'],
  create: (kit, ports) => createBooks(kit, ports as never),
});
