import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { freePort, processGroup, requireProgram, serverFolder, type TestServer } from './server-process.ts';

export interface SwiftServer extends TestServer {
  readonly port: number;
  readonly endpoint: string;
  readonly secrets: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

const packages = 'swift swift-proxy swift-account swift-container swift-object memcached';

/** OpenStack Swift with its S3 interface, which checks signatures, dates and digests as Amazon does. Needs root. */
export async function startSwift(): Promise<SwiftServer> {
  requireProgram('/usr/bin/swift-proxy-server', packages);
  requireProgram('/usr/bin/memcached', packages);
  writeFixedConfiguration();
  const folder = serverFolder('swift');
  const group = processGroup(folder);
  const [account, container, object, memcached, port] = await Promise.all(Array.from({ length: 5 }, freePort));
  const ports = { account, container, object };
  fs.mkdirSync(path.join(folder, 'devices', 'disk'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'swift.conf'), swiftConfiguration);
  for (const [name, serverPort] of Object.entries(ports)) {
    fs.writeFileSync(path.join(folder, `${name}.conf`), storageConfiguration(folder, name, serverPort ?? 0));
  }
  fs.writeFileSync(path.join(folder, 'proxy.conf'), proxyConfiguration(folder, port ?? 0, memcached ?? 0));
  buildRings(folder, ports);
  group.start('/usr/bin/memcached', ['-u', 'nobody', '-l', '127.0.0.1', '-p', String(memcached)]);
  for (const name of ['account', 'container', 'object', 'proxy']) {
    group.start(`/usr/bin/swift-${name}-server`, [path.join(folder, `${name}.conf`)]);
  }
  const endpoint = `http://127.0.0.1:${port}`;
  await group.untilReady('Swift', async () => {
    const ready = [account, container, object].map((each) => fetch(`http://127.0.0.1:${each}/recon/version`));
    return (await Promise.all([...ready, fetch(endpoint)])).length > 0;
  });
  const secrets = { accessKeyId: 'test:tester', secretAccessKey: 'testing' };
  return { port: port ?? 0, endpoint, secrets, stop: () => group.stop() };
}

const swiftConfiguration = `[swift-hash]
swift_hash_path_prefix = a
swift_hash_path_suffix = b
[storage-policy:0]
name = gold
default = yes
`;

/** The servers read this one place whatever they are told. */
function writeFixedConfiguration(): void {
  const file = '/etc/swift/swift.conf';
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8').includes('swift_hash_path')) return;
  if (process.getuid?.() !== 0) throw new Error(`The S3 tests need ${file}, which only root can write.`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, swiftConfiguration);
}

function storageConfiguration(folder: string, name: string, port: number): string {
  return `[DEFAULT]
devices = ${folder}/devices
mount_check = false
bind_ip = 127.0.0.1
bind_port = ${port}
workers = 0
user = ${os.userInfo().username}
swift_dir = ${folder}
[pipeline:main]
pipeline = ${name}-server
[app:${name}-server]
use = egg:swift#${name}
`;
}

function proxyConfiguration(folder: string, port: number, memcached: number): string {
  const filters = ['catch_errors', 'gatekeeper', 'listing_formats', 'copy', 'bulk', 'dlo'];
  return `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${port}
workers = 0
user = ${os.userInfo().username}
swift_dir = ${folder}
[pipeline:main]
pipeline = catch_errors gatekeeper cache listing_formats s3api tempauth copy bulk slo dlo proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
allow_account_management = true
${filters.map((filter) => `[filter:${filter}]\nuse = egg:swift#${filter}`).join('\n')}
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:${memcached}
[filter:s3api]
use = egg:swift#s3api
s3_acl = false
location = us-east-1
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = testing .admin
[filter:slo]
use = egg:swift#slo
minimum_segment_size = 1
`;
}

/** Where Swift looks for its one disk: three rings, made in one run of Python. */
function buildRings(folder: string, ports: Readonly<Record<string, number | undefined>>): void {
  const script = `
import json, sys
from swift.common.ring import RingBuilder
folder, ports = sys.argv[1], json.loads(sys.argv[2])
for name, port in ports.items():
    builder = RingBuilder(4, 1, 0)
    builder.add_dev(dict(region=1, zone=1, ip='127.0.0.1', port=port, replication_ip='127.0.0.1',
                         replication_port=port, device='disk', weight=1, meta=''))
    builder.rebalance()
    builder.get_ring().save('%s/%s.ring.gz' % (folder, name))
`;
  const { status, stderr } = spawnSync('/usr/bin/python3', ['-c', script, folder, JSON.stringify(ports)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Swift's rings could not be built: ${stderr}`);
}
