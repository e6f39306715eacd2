// What counts as leaving the machine in a trace, on lines as strace writes them: the proof is worth what this can tell apart.
import { expect, it } from 'vitest'
import { asksForRoute, contacts, isKnown, staysHere } from './trace.ts'

const unixSocket = '7 connect(3<UNIX-STREAM:[1]>, {sa_family=AF_UNIX, sun_path="/tmp/.X11-unix/X99"}, 110) = 0'
const loopback =
  '7 connect(3<TCP:[1]>, {sa_family=AF_INET, sin_port=htons(9), sin_addr=inet_addr("127.0.0.1")}, 16) = -1 EINPROGRESS'
const loopbackSix =
  '7 connect(3<TCPv6:[1]>, {sa_family=AF_INET6, sin6_port=htons(9), inet_pton(AF_INET6, "::1", &sin6_addr)}, 28) = 0'
const netlink = '7 sendto(3<NETLINK:[ROUTE:7]>, [{nlmsg_len=20}], 20, 0, {sa_family=AF_NETLINK, nl_pid=0}, 12) = 20'
const toDns = '7 connect(3<UDP:[1]>, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("9.9.9.9")}, 16) = 0'
const sent = '7 sendto(3<UDP:[10.0.0.2:5353->9.9.9.9:53]>, "a", 1, 0, NULL, 0) = 1'
const sentSix = '7 sendmsg(3<UDPv6:[[2a01::1]:5353->[2001:4860:4860::8888]:443]>, {msg_name=NULL}, 0 <unfinished ...>'
const unconnected =
  '7 sendto(3<UDP:[1]>, "a", 1, 0, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.1")}, 16) = 1'
const aroundIt = '7 sendmsg(3<UDP:[1]>, {msg_name={sa_family=AF_INET, sin_addr=inet_addr("224.0.0.251")}}, 0) = 1'
const routeQuestion =
  '7 connect(3<UDPv6:[1]>, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:4860:4860::8888", &sin6_addr), sin6_scope_id=0}, 28) = 0'
const overTcp = routeQuestion.replace('UDPv6', 'TCPv6')

it.each([unixSocket, loopback, loopbackSix, netlink])('stays on this machine: %s', (line) => {
  expect(contacts(line).map(staysHere)).toEqual([true])
})

it.each([toDns, sent, sentSix, unconnected, aroundIt, overTcp])('leaves this machine: %s', (line) => {
  expect(contacts(line).map((contact) => staysHere(contact) || isKnown(contact))).toEqual([false])
})

it('a connected UDP socket is a question for a route, known to one address only; a send over it is neither', () => {
  expect(contacts(routeQuestion).map(isKnown)).toEqual([true])
  expect(contacts(toDns).map(asksForRoute)).toEqual([true])
  for (const line of [toDns, sentSix]) expect(contacts(line).map(isKnown)).toEqual([false])
  for (const line of [sent, sentSix, overTcp]) expect(contacts(line).map(asksForRoute)).toEqual([false])
})

it('a call on a socket that the trace does not explain counts as leaving', () => {
  expect(contacts('7 sendto(3, "a", 1, 0, NULL, 0) = 1').map(staysHere)).toEqual([false])
})
