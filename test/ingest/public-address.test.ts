import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../src/ingest/public-address.ts';

describe('isPublicAddress', () => {
  it.each([
    ['8.8.8.8', 'a public IPv4 address'],
    ['100.63.255.255', 'the last one before the shared block'],
    ['172.32.0.1', 'the first one after a private block'],
    ['2606:4700:4700::1111', 'a public IPv6 address'],
    ['::ffff:8.8.8.8', 'a public IPv4 address mapped to IPv6'],
    ['64:ff9b::808:808', 'a public IPv4 address behind NAT64'],
  ])('allows %s: %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback, its other end'],
    ['0.0.0.0', 'unspecified'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'shared between customers of a provider'],
    ['169.254.169.254', 'the metadata address of the clouds'],
    ['224.0.0.1', 'multicast'],
    ['255.255.255.255', 'broadcast'],
    ['::1', 'loopback'],
    ['::', 'unspecified'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local with a zone'],
    ['fd00::1', 'private'],
    ['ff02::1', 'multicast'],
    ['::ffff:127.0.0.1', 'loopback mapped to IPv6'],
    ['::ffff:a9fe:a9fe', 'the metadata address mapped to IPv6'],
    ['::127.0.0.1', 'loopback in the old compatible form'],
    ['64:ff9b::7f00:1', 'loopback behind NAT64'],
    ['64:ff9b:1::1', 'a local NAT64'],
    ['2002:7f00:1::', 'loopback inside 6to4'],
    ['2001:0:1::1', 'Teredo'],
    ['localhost', 'no IP address'],
    ['', 'nothing'],
  ])('refuses %s: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
