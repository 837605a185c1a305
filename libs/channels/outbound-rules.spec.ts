import { isPublicAddress, OutboundRules } from './outbound-rules.js';

const refused = [
  '127.0.0.1',
  '127.8.8.8',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  '224.0.0.1',
  '239.1.1.1',
  '255.255.255.255',
  '240.0.0.1',
  '198.18.0.1',
  '203.0.113.9',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::ffff:a9fe:a9fe',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'fd00:ec2::254',
  'ff02::1',
  '2002:7f00:1::',
  '2001::1',
  '2001:db8::1',
  'localhost',
  '',
  '127.1',
  '0x7f000001',
];

describe('an address', () => {
  it.each(refused)('%s is not on the public internet', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '223.5.5.5', '2400:3200::1', '2606:4700:4700::1111'])(
    '%s is',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

describe('a URL', () => {
  const rules = new OutboundRules(['10.0.0.5:8080', 'Hooks.Intern.Example', '[fd00::5]:9000']);

  it.each([
    ['https://example.com/hook', null],
    ['https://example.com:443/hook', null],
    ['https://8.8.8.8/', null],
    ['http://10.0.0.5:8080/hook', null],
    ['https://hooks.intern.example/x', null],
    ['http://hooks.intern.example/x', null],
    ['http://[fd00::5]:9000/', null],
    ['no url', 'not-a-url'],
    ['ftp://example.com/', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['http://example.com/', 'scheme'],
    ['https://user:secret@example.com/', 'credentials'],
    ['https://user@10.0.0.5:8080/', 'credentials'],
    ['https://example.com:8443/', 'port'],
    ['https://example.com:80/', 'port'],
    ['https://hooks.intern.example:8443/', 'port'],
    ['https://sub.hooks.intern.example:8443/', 'port'],
    ['http://10.0.0.5/', 'scheme'],
    ['https://10.0.0.5/', 'address'],
    ['https://127.1/', 'address'],
    ['https://2130706433/', 'address'],
    ['https://0x7f.0.0.1/', 'address'],
    ['https://0177.0.0.1/', 'address'],
    ['https://[::1]/', 'address'],
    ['https://[::ffff:127.0.0.1]/', 'address'],
    ['https://[::ffff:169.254.169.254]/', 'address'],
    ['https://１２７.0.0.1/', 'address'],
  ])('%s: %s', (url, fault) => {
    expect(rules.faultOf(url)).toBe(fault);
  });
});
