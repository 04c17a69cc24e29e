// @vitest-environment happy-dom
/** A text on the clipboard, whatever the browser allows. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { element } from '../../controls/element.ts';
import { createCopy } from './copy.ts';

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
])('where the page %s it lets the browser copy the same text', async (_, forbid) => {
  forbid();
  let selected = '';
  execCommand.mockImplementation(() => {
    const field = document.querySelector('textarea') as HTMLTextAreaElement;
    selected = field.value.slice(field.selectionStart, field.selectionEnd);
    return true;
  });
  const { button, said } = place(element('code', {}, 'all of it'));
  button.click();
  await vi.waitFor(() => expect(said()[0]).toBe('Copied'));
  expect([execCommand.mock.calls, selected]).toEqual([[['copy']], 'all of it']);
  expect(document.querySelector('textarea')).toBe(null);
});

test('of a field it takes the value', async () => {
  const { button } = place(element('input', { type: 'text', value: 'https://host/' }));
  button.click();
  await vi.waitFor(() => expect(writeText.mock.calls).toEqual([['https://host/']]));
});

test('a failure says so, and leaves the text selected', async () => {
  vi.stubGlobal('navigator', {});
  execCommand.mockReturnValue(false);
  const { button, said } = place(element('code', {}, 'it'));
  button.click();
  await vi.waitFor(() => expect(said()[0]).toBe('Not copied: press Ctrl+C'));
  expect(`${getSelection()}`).toBe('it');
});
