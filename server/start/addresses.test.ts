import { expect, test } from 'vitest'
import { reachableAddresses } from './addresses.ts'

const entry = (address: string, internal = false) => ({
  address,
  internal,
  family: 'IPv4' as const,
  netmask: '255.255.255.0',
  mac: '00:00:00:00:00:00',
  cidr: null,
})
const interfaces = {
  lo: [entry('127.0.0.1', true)],
  usb: [entry('169.254.3.4')],
  wifi: [entry('192.168.1.20')],
}
const open = { host: undefined, publicUrl: undefined, tls: undefined }

test('names localhost and the address that a phone in the room can reach', () => {
  expect(reachableAddresses(open, 4300, interfaces)).toEqual({
    here: 'http://localhost:4300',
    network: 'http://192.168.1.20:4300',
  })
})

test('names only PUBLIC_URL where one is set', () => {
  const config = { ...open, publicUrl: 'https://minuta.example.org' }
  expect(reachableAddresses(config, 4300, interfaces)).toEqual({ here: config.publicUrl, network: undefined })
})

test('names only the address listened on where HOST limits it', () => {
  expect(reachableAddresses({ ...open, host: '::1' }, 4300, interfaces)).toEqual({
    here: 'http://[::1]:4300',
    network: undefined,
  })
})
