/** Words and formulas as plain text, for places that know no formulas: a formula is written on one line. */

/** The text of `node`: $N^{(k-2)/4}$ is `N^((k−2)/4)`. */
export function plainText(node: Node): string {
  return textOf(node)
    .replace(/[\u200b\u2061-\u2064]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function textOf(node: Node): string {
  if (!(node instanceof Element)) return node.textContent ?? '';
  const parts = [...node.childNodes].map(textOf);
  const [first = '', second = '', third = ''] = [...node.children].map(textOf);
  if (node.matches('.katex-html, mspace')) return '';
  switch (node.localName) {
    case 'br':
      return ' ';
    case 'semantics':
    case 'mover':
    case 'munder':
    case 'munderover':
      return first;
    case 'msup':
      return `${first}^${grouped(second)}`;
    case 'msub':
      return `${first}_${grouped(second)}`;
    case 'msubsup':
      return `${first}_${grouped(second)}^${grouped(third)}`;
    case 'mfrac':
      return `${grouped(first)}/${grouped(second)}`;
    case 'msqrt':
      return `√${grouped(parts.join(''))}`;
    default:
      return parts.join('');
  }
}

function grouped(text: string): string {
  return [...text].length > 1 ? `(${text})` : text;
}
