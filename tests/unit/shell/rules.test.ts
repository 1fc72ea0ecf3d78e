import { describe, expect, it } from 'vitest';
import { isIdle } from '../../../electron/app/idle.ts';
import { describeFailure } from '../../../electron/app/log.ts';
import { isOwnAddress } from '../../../electron/app/origin.ts';
import { contentSecurityPolicy, newNonce } from '../../../electron/security/headers.ts';
import { isAllowedRequest } from '../../../electron/security/network.ts';
import { refusedSwitches } from '../../../electron/security/switches.ts';

describe('our own address', () => {
  it.each(['app://bundle/', 'app://bundle/assets/a.js', 'app://bundle'])('is %s', (address) => {
    expect(isOwnAddress(address)).toBe(true);
  });

  it.each([
    'app://bundle.example/',
    'app://bundle@example/',
    'app://user@bundle/',
    'app://bundle:81/',
    'app://other/?app://bundle/',
    'https://bundle/',
    'about:blank',
    'file:///bundle',
    '',
    'bundle',
  ])('is not %s', (address) => {
    expect(isOwnAddress(address)).toBe(false);
  });
});

describe('a request', () => {
  it.each(['app://bundle/a.js', 'blob:app://bundle/0f1e'])('may be for %s', (address) => {
    expect(isAllowedRequest(address, false)).toBe(true);
  });

  it.each([
    'http://127.0.0.1/',
    'https://example.invalid/',
    'ws://localhost/',
    'file:///etc/passwd',
    'ftp://a/',
    'blob:https://a/1',
    'devtools://devtools/',
  ])('may not be for %s', (address) => {
    expect(isAllowedRequest(address, false)).toBe(false);
  });

  it('may be for the developer tools while developing', () => {
    expect(isAllowedRequest('devtools://devtools/bundled/inspector.html', true)).toBe(true);
  });
});

describe('switches', () => {
  const argv = (...args: readonly string[]): readonly string[] => ['/opt/sinergi', ...args];

  it.each(['--inspect', '--remote-debugging-port=0', '-no-sandbox', '--NO-SANDBOX', '--made-up=1'])(
    '%s stops the release',
    (given) => {
      expect(refusedSwitches(argv(given), 'release', false)).toHaveLength(1);
    },
  );

  it.each(['--user-data-dir=/tmp/x', '--demo', '--disable-gpu', '/home/officer/Kasus.cvault'])(
    '%s does not',
    (given) => {
      expect(refusedSwitches(argv(given), 'release', false)).toEqual([]);
    },
  );

  it('are also written with a slash on Windows', () => {
    expect(refusedSwitches(argv('/inspect'), 'release', true)).toEqual(['inspect']);
  });

  it('are free outside the release', () => {
    expect(refusedSwitches(argv('--inspect'), 'test', false)).toEqual([]);
  });
});

describe('idleness', () => {
  it.each([
    ['nobody there', { own: 300, workstation: 300, limit: 300 }, true],
    ['input here', { own: 10, workstation: 10, limit: 300 }, false],
    ['work in another program', { own: 400, workstation: 5, limit: 300 }, false],
    ['work in another program for too long', { own: 900, workstation: 5, limit: 300 }, true],
    ['a desktop that does not tell', { own: 900, workstation: 0, limit: 300 }, true],
    ['a driver that leaves the desktop idle', { own: 10, workstation: 5000, limit: 300 }, false],
  ])('%s', (_name, idleness, expected) => {
    expect(isIdle(idleness)).toBe(expected);
  });
});

describe('a failure in the log', () => {
  it('has a name and places, and not the message or a folder', () => {
    const failure = describeFailure(new TypeError('Budi Santoso 3174'));
    expect(failure.name).toBe('TypeError');
    expect(failure.at.length).toBeGreaterThan(0);
    expect(JSON.stringify(failure)).not.toMatch(/Budi|3174|\/tests\//);
  });

  it('may be anything thrown', () => {
    expect(describeFailure('text')).toEqual({ name: 'string', at: [] });
  });
});

describe('the content security policy', () => {
  it('allows nothing that is not named, no inline script and no text as code', () => {
    const policy = contentSecurityPolicy('N');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toMatch(/https?:|\*|data:/);
  });

  it('never has the same nonce twice', () => {
    expect(new Set(Array.from({ length: 100 }, newNonce)).size).toBe(100);
  });
});
