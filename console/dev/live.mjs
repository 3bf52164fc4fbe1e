// What happens by itself: a beat a second, and a bell with a few notes.
import { tickets, users } from './data.mjs';

const hours = count => new Date(Date.now() - count * 3_600_000).toISOString();
let looked = 0;
const notes = [
  { seq: 4, at: hours(0.1), kind: 'SLA_WARNED', ticketId: tickets[0].id, number: tickets[0].number, summary: tickets[0].summary, about: { kind: 'RESOLUTION_24H', dueAt: hours(-1), percent: '80' } },
  { seq: 3, at: hours(1), kind: 'TICKET_ASSIGNED', ticketId: tickets[1].id, number: tickets[1].number, summary: tickets[1].summary, about: { by: 'supervisor' } },
  { seq: 2, at: hours(5), kind: 'VISIT_DECLINED', ticketId: tickets[2].id, number: tickets[2].number, summary: tickets[2].summary, about: {} },
];
const unseen = () => ({ unseen: notes.filter(note => note.seq > looked).length, upTo: notes[0].seq });

export function live(request, response) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  const beat = () => response.write('event: beat\ndata: {}\n\n');
  beat();
  const timer = setInterval(beat, 1_000);
  request.on('close', () => clearInterval(timer));
}

/** @returns status and body, or nothing for other paths */
export function bell(url, body) {
  switch (url.pathname) {
    case '/api/bell': return [200, { items: notes.map(note => ({ ...note, unseen: note.seq > looked })), next: null }];
    case '/api/bell/unseen': return [200, unseen()];
    case '/api/bell/seen': looked = Math.max(looked, body.upTo); return [200, unseen()];
    case '/bff/people': return [200, { items: url.searchParams.getAll('user').filter(user => user in users).map(user => ({ user, name: users[user].name })) }];
    case '/bff/me/language': return [200, {}];
    default: return undefined;
  }
}
