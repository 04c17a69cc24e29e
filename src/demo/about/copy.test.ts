// @vitest-environment happy-dom
/** A text on the clipboard, whatever the browser allows. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCopy } from './copy.ts';
import { element } from './element.ts';

const writeText = vi.fn<(text: string) => Promise<void>>();
const execCommand = vi.fn<() => boolean>();

beforeEach(() => {
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  Object.assign(document, { execCommand });
  writeText.mockResolvedValue();
  execCommand.mockReturnValue(true);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.resetAllMocks();
  document.body.replaceChildren();
});

function place(source: HTMLElement) {
  const copy = createCopy(source, 'the thing');
  document.body.append(source, copy);
  const button = copy.querySelector('button') as HTMLButtonElement;
  const status = copy.querySelector('[role=status]');
  return { button, said: () => [button.textContent, status?.textContent] };
}

test('it copies the text as it is at the time, says so, and is a button again', async () => {
  vi.useFakeTimers();
  const source = element('code', {}, 'old');
  const { button, said } = place(source);
  expect(button.getAttribute('aria-label')).toBe('Copy the thing');
  source.textContent = 'new <b>';
  button.click();
  await vi.waitFor(() => expect(said()).toEqual(['Copied', 'Copied the thing']));
  expect(writeText.mock.calls).toEqual([['new <b>']]);
  expect(execCommand).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(said()).toEqual(['Copy', '']);
});

test.each([
  ['has no clipboard', () => vi.stubGlobal('navigator', {})],
  ['refuses', () => void writeText.mockRejectedValue(new DOMException('no', 'NotAllowedError'))],
])('where the page %s it selects the text and lets the browser copy that', async (_, forbid) => {
  forbid();
  let selected = '';
  execCommand.mockImplementation(() => {
    selected = `${getSelection()}`;
    return true;
  });
  const { button, said } = place(element('code', {}, 'all of it'));
  button.click();
  await vi.waitFor(() => expect(said()[0]).toBe('Copied'));
  expect([execCommand.mock.calls, selected]).toEqual([[['copy']], 'all of it']);
});

test('of a field it takes the value', async () => {
  vi.stubGlobal('navigator', {});
  const field = element('input', { type: 'text', value: 'https://host/' });
  const { button, said } = place(field);
  button.click();
  await vi.waitFor(() => expect(said()[0]).toBe('Copied'));
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length]);
});

test('a failure says so', async () => {
  vi.stubGlobal('navigator', {});
  execCommand.mockReturnValue(false);
  const { button, said } = place(element('code', {}, 'it'));
  button.click();
  await vi.waitFor(() => expect(said()[0]).toBe('Not copied: press Ctrl+C'));
});
