// @vitest-environment happy-dom
/** The speaker's pane and the audience's window, with a kernel of a few lines and a real message channel between them. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Rehearsal, rehearse, rowsOf } from '../demo/fixtures/rehearsal.ts';
import { walk } from '../session/fixtures/walk.ts';
import { hostPanes } from './host.ts';
import { openLine } from './line.ts';
import { createMirror } from './mirror-figure.ts';
import { roleOf } from './role.ts';

const close: (() => void)[] = [];
afterEach(() => {
  for (const end of close.splice(0)) end();
  vi.unstubAllGlobals();
});

/** Two windows: the pane's, whose speaker view was opened by the audience's. */
async function openWindows(demo: Parameters<typeof rehearse>[0] = {}) {
  const audience = await rehearse(demo);
  const pointed: unknown[] = [];
  const pressed = vi.fn();
  const events = new EventTarget();
  vi.stubGlobal('window', events);
  hostPanes({
    figureOf: (key) => (key === 'a/1' ? audience.figure : undefined),
    pressed,
    went: (to) => pressed(...to),
    pointed: (at) => pointed.push(at),
  });
  const post = (data: unknown, _origin: string, ports: MessagePort[]) => {
    close.push(() => ports[0]?.close());
    events.dispatchEvent(Object.assign(new Event('message'), { data, origin: location.origin, ports }));
  };
  vi.stubGlobal('window', { parent: { opener: { closed: false, postMessage: post } } });
  const line = openLine();
  const pane = createMirror('a/1', audience.figure.demo, {}, () => walk, line);
  await until(audience, pane, () => pane.runs.walk?.length === 1);
  const bye = () => events.dispatchEvent(new Event('pagehide'));
  return { audience, pane, line, pointed, pressed, bye };
}

/** Frames of both windows until the pane shows what the audience's window has. */
async function until({ figure, flush }: Rehearsal, pane: { frame(elapsed: number): void }, condition: () => boolean) {
  await vi.waitFor(() => {
    figure.frame(0);
    flush();
    pane.frame(0);
    expect(condition()).toBe(true);
  });
}

describe('a figure in the speaker’s pane', () => {
  test('shows the rows, the fields and the clock of the audience’s window, and computes nothing', async () => {
    const { audience, pane } = await openWindows();
    audience.figure.play();
    audience.frames(7);
    await until(audience, pane, () => pane.tick === 7);
    expect(rowsOf(pane.runs.walk)).toEqual(rowsOf(audience.figure.runs.walk));
    expect(pane.runs.walk?.field('count')).toEqual(audience.figure.runs.walk?.field('count'));
    expect(pane.runs.walk?.recorded('sites').subarray(0, 24)).toEqual(
      audience.figure.runs.walk?.recorded('sites').subarray(0, 24),
    );
    expect([pane.playing, pane.resting, pane.failure]).toEqual([true, false, '']);
    audience.frames(30);
    await until(audience, pane, () => pane.resting);
    expect(rowsOf(pane.runs.walk)).toEqual(rowsOf(audience.figure.runs.walk));
    expect(pane.state()).toEqual(audience.figure.state());
    expect(audience.ports).toHaveLength(1);
  });

  test('steers: numbers, play, pause, step, reset and speed', async () => {
    const { audience, pane } = await openWindows();
    pane.play();
    await until(audience, pane, () => pane.playing);
    audience.frames(3);
    pane.store.set({ drive: 5 });
    expect(pane.store.get('drive')).toBe(5);
    pane.speed = 2;
    await until(audience, pane, () => audience.figure.store.get('drive') === 5 && audience.figure.speed === 2);
    pane.pause();
    await until(audience, pane, () => !pane.playing);
    const { tick } = audience.figure;
    pane.step();
    await until(audience, pane, () => pane.tick === tick + 1);
    pane.reset();
    await until(audience, pane, () => pane.runs.walk?.length === 1);
    expect(rowsOf(pane.runs.walk)).toEqual(rowsOf(audience.figure.runs.walk));
  });

  test('does not pull a number back under the speaker’s hand', async () => {
    const { audience, pane } = await openWindows();
    audience.figure.play();
    const shown: number[] = [];
    pane.store.subscribe(() => shown.push(pane.store.get('drive')));
    for (const drive of [2, 3, 4, 5]) {
      pane.store.set({ drive });
      audience.frames(1);
      pane.frame(0);
    }
    await until(audience, pane, () => audience.figure.store.get('drive') === 5);
    expect(shown).toEqual([2, 3, 4, 5]);
    audience.figure.store.set({ drive: -1 });
    await until(audience, pane, () => pane.store.get('drive') === -1);
  });

  test('says what went wrong in the audience’s window', async () => {
    const { audience, pane } = await openWindows();
    audience.figure.store.set({ drive: 13 });
    audience.figure.play();
    audience.frames(3);
    await until(audience, pane, () => pane.failure !== '');
    expect(pane.failure).toBe(audience.figure.failure);
  });

  test('finds the audience’s window again after that was loaded anew', async () => {
    const { audience, pane, bye } = await openWindows();
    audience.figure.play();
    audience.frames(7);
    await until(audience, pane, () => pane.tick === 7);
    bye();
    audience.figure.reset();
    audience.figure.pause();
    audience.frames(2);
    await until(audience, pane, () => pane.tick === 0);
    expect(rowsOf(pane.runs.walk)).toEqual(rowsOf(audience.figure.runs.walk));
  });

  test('passes on keys, and where the speaker points', async () => {
    const { line, pointed, pressed } = await openWindows();
    line.post({ type: 'point', at: [0.25, 0.5] });
    line.post({ type: 'point' });
    line.post({ type: 'key', keyCode: 34 });
    line.post({ type: 'go', to: [2, 0, 1] });
    await vi.waitFor(() => expect(pointed).toEqual([[0.25, 0.5], undefined]));
    await vi.waitFor(() => expect(pressed.mock.calls).toEqual([[34], [2, 0, 1]]));
  });
});

test('a call from another origin is not answered', async () => {
  const events = new EventTarget();
  vi.stubGlobal('window', events);
  hostPanes({ figureOf: () => undefined, pressed: () => {}, went: () => {}, pointed: () => {} });
  const port = { postMessage: vi.fn() };
  const call = (origin: string) =>
    events.dispatchEvent(Object.assign(new Event('message'), { data: 'glassdeck:mirror', origin, ports: [port] }));
  call('https://elsewhere.example');
  expect(port.postMessage).not.toHaveBeenCalled();
  call(location.origin);
  expect(port.postMessage).toHaveBeenCalledWith({ type: 'welcome' });
});

test.each([
  ['', 'audience'],
  ['?view=print&f.a/1=r:2', 'audience'],
  ['?receiver&progress=false&scrollActivationWidth=false&postMessageEvents=true', 'current'],
  ['?f.a/1=r:2&receiver&progress=false&scrollActivationWidth=false&controls=false', 'upcoming'],
])('a window with the query "%s" is %s', (query, role) => {
  expect(roleOf(query)).toBe(role);
});
