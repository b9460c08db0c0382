import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Certificate {
  readonly key: string
  readonly cert: string
}

/** Makes a self-signed certificate for a host, valid for a day or only in January 2020. */
export function makeCertificate(host: string, when: 'today' | 'long ago' = 'today'): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'outpost-certificate-'))
  const [key, request, cert, config] = ['key', 'request', 'cert', 'config'].map((name) => join(folder, name))
  const openssl = (...args: (string | undefined)[]) =>
    execFileSync(
      'openssl',
      args.filter((arg) => arg !== undefined),
      { stdio: ['ignore', 'ignore', 'pipe'], cwd: folder },
    )
  try {
    writeFileSync(config ?? '', authority(host))
    writeFileSync(join(folder, 'index'), '')
    writeFileSync(join(folder, 'serial'), '01')
    const days = when === 'today' ? ['-days', '1'] : ['-startdate', '20200101000000Z', '-enddate', '20200201000000Z']
    openssl('req', '-new', '-newkey', 'rsa:2048', '-nodes', '-config', config, '-keyout', key, '-out', request)
    openssl(
      'ca',
      '-batch',
      '-selfsign',
      '-notext',
      '-config',
      config,
      '-keyfile',
      key,
      '-in',
      request,
      '-out',
      cert,
      ...days,
    )
    return { key: readFileSync(key ?? '', 'utf8'), cert: readFileSync(cert ?? '', 'utf8') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const authority = (host: string) => `
[req]
distinguished_name = name
prompt = no
[name]
CN = ${host}
[ca]
default_ca = own
[own]
database = index
serial = serial
new_certs_dir = .
default_md = sha256
policy = any
x509_extensions = extensions
[any]
CN = supplied
[extensions]
subjectAltName = DNS:${host}
basicConstraints = critical, CA:TRUE
`
