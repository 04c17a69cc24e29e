// @vitest-environment happy-dom
/** Buttons in, calls out. */
import { describe, expect, test, vi } from 'vitest';
import { createTransport, type TransportState } from './transport.ts';

const state: TransportState = { playing: false, resting: false, seed: 7, speed: 1, preset: undefined, time: 't = 0' };

function make(presets: string[] = [], hidden: string[] = []) {
  const actions = { toggle: vi.fn(), step: vi.fn(), reset: vi.fn(), newSeed: vi.fn(), speed: vi.fn(), preset: vi.fn() };
  const transport = createTransport(actions, { presets, hidden });
  const buttons = [...transport.element.querySelectorAll('button')];
  const speed = transport.element.querySelector('select');
  if (!speed) throw new Error('expected a select');
  const names = () => buttons.map((button) => button.getAttribute('aria-label'));
  return { ...transport, actions, buttons, speed, names };
}

describe('a transport', () => {
  test('says what each button would do now', () => {
    const { show, names } = make();
    show(state);
    expect(names()).toEqual(['Play', 'One step', 'Reset', 'seed 7, take another']);
    show({ ...state, playing: true, seed: 8 });
    expect(names()).toEqual(['Pause', 'One step', 'Reset', 'seed 8, take another']);
    show({ ...state, resting: true });
    expect(names()[0]).toBe('Play again');
    show(state);
    expect(names()[0]).toBe('Play');
  });

  test('shows by its picture what the first button does', () => {
    const { show, buttons } = make();
    const picture = () => buttons[0]?.querySelector('path')?.getAttribute('d');
    show(state);
    const play = picture();
    show({ ...state, playing: true });
    expect(picture()).not.toBe(play);
    show({ ...state, resting: true });
    expect(picture()).toBe(play);
  });

  test('calls the action of the button that was pressed', () => {
    const { buttons, actions } = make();
    const { toggle, step, reset, newSeed } = actions;
    for (const [k, action] of [toggle, step, reset, newSeed].entries()) {
      buttons[k]?.click();
      expect(action).toHaveBeenCalledTimes(1);
    }
    expect(actions.speed).not.toHaveBeenCalled();
  });

  test('says on hover what its buttons do, and hides its pictures from a screen reader', () => {
    const { show, buttons } = make();
    expect(buttons.map(({ title }) => title)).toEqual(['Play', 'One step', 'Reset', 'New seed']);
    show({ ...state, playing: true });
    expect(buttons[0]?.title).toBe('Pause');
    const pictures = buttons.flatMap((button) => [...button.querySelectorAll('svg')]);
    expect(pictures.map((picture) => picture.getAttribute('aria-hidden'))).toEqual(['true', 'true', 'true']);
    expect(pictures.map((picture) => picture.getAttribute('viewBox'))).toEqual(Array(3).fill('0 0 20 20'));
  });

  test('submits no form', () => {
    expect(make().buttons.map(({ type }) => type)).toEqual(['button', 'button', 'button', 'button']);
  });

  test('has the visible text of each button in its name', () => {
    const { show, buttons } = make();
    show(state);
    for (const button of buttons) expect(button.getAttribute('aria-label')).toContain(button.textContent);
  });

  test('shows the speed that is, and says the one that is chosen', () => {
    const { show, speed, actions } = make();
    expect(speed.getAttribute('aria-label')).toBe('Speed');
    expect([...speed.options].map(({ value, text }) => [value, text])).toEqual(
      ['0.25', '0.5', '1', '2', '4'].map((factor) => [factor, `${factor}\u00d7`]),
    );
    show({ ...state, speed: 4 });
    expect(speed.value).toBe('4');
    expect(actions.speed).not.toHaveBeenCalled();
    speed.value = '0.25';
    speed.dispatchEvent(new Event('change'));
    expect(actions.speed.mock.calls).toEqual([[0.25]]);
  });

  test('shows the time without reading it out at every frame', () => {
    const { show, element } = make();
    show({ ...state, time: 't = 12.5' });
    expect(element.querySelector('.time')?.textContent).toBe('t = 12.5');
    expect(element.querySelector('output, [aria-live], [role=status]')).toBeNull();
  });

  test('changes no node while nothing changes', () => {
    const { show, element } = make();
    show(state);
    const observer = new MutationObserver(() => {});
    observer.observe(element, { subtree: true, childList: true, attributes: true, characterData: true });
    show({ ...state });
    expect(observer.takeRecords()).toEqual([]);
    show({ ...state, seed: 9 });
    expect(observer.takeRecords()).not.toEqual([]);
  });

  test('offers the presets, shows which one it is, and says the one that is chosen', () => {
    const { element, actions, show } = make(['easy', 'hard']);
    const preset = element.querySelector<HTMLSelectElement>('.preset');
    if (!preset) throw new Error('expected a select');
    expect([...preset.options].map(({ value }) => value)).toEqual(['', 'easy', 'hard']);
    show({ ...state, preset: 'hard' });
    expect(preset.value).toBe('hard');
    show(state);
    expect(preset.value).toBe('');
    preset.value = 'easy';
    preset.dispatchEvent(new Event('change'));
    expect(actions.preset.mock.calls).toEqual([['easy']]);
    expect(make().element.querySelector('.preset')).toBe(null);
  });

  test.each([
    ['play', ['.seed', '.speed', '.preset']],
    ['seed', ['[title="Play"]', '.speed', '.preset']],
    ['speed', ['[title="Play"]', '.seed', '.preset']],
    ['preset', ['[title="Play"]', '.seed', '.speed']],
  ])('can do without %s, and shows the rest', (hidden, left) => {
    const { element } = make(['easy'], [hidden]);
    const parts = ['[title="Play"]', '.seed', '.speed', '.preset'];
    expect(parts.filter((part) => element.querySelector(part))).toEqual(left);
  });
});
