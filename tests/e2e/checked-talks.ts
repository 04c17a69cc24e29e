/**
 * Talks to check: one with each mistake that keeps it from being built, one with each that only its page shows, and one
 * with none.
 */
import { demoIds } from '../../src/build/demos.ts';

const front = (name: string) => `---
title: The ${name} talk
duration: 1
---
`;
const notes = '\n::: notes\nWords.\n:::\n';

export const unsound = `${front('unsound')}
# A slide without notes {#silent}

A [link to nowhere](#/nowhere), and a work that nobody wrote [@nobody-1900].

---

# Another slide {#another}

![A picture that is gone.](media/gone.png)

[Figures lead to the one that sets nothing]{.fragment set="drift=1"}
${notes}`;

export const unfit = `${front('unfit')}
# The title of this slide goes on for so long that nobody could ever read all of it while the speaker speaks and the audience waits for something to look at {#long}

[Pale]{style="color: #c0c0c0"} words.

## Large words that only a projector makes too pale {style="color: #8a8a8a"}
${notes}
---

# Words leave the slide {#leaving}

<div style="position: absolute; left: 1240px; top: 300px; white-space: nowrap">Beyond the edge</div>

<div style="height: 40px; width: 200px; overflow: hidden">

Words that their box is much too small for, so that most of them cannot be read by anybody.

</div>
${notes}
---

# Words lie on other words {#upon}

The words below.

<div style="position: absolute; left: 70px; top: 190px; margin: 0">The words above</div>
${notes}
---

# A formula is wider than its column {#wide}

:::: columns
::: words
$$
a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p
$$
:::
::: figure
![A corrupt picture](media/corrupt.png)
:::
::::
${notes}
---

# Pictures say nothing {#dumb}

<svg width="90" height="90"><circle cx="45" cy="45" r="40"></circle></svg>
${notes}
---

# Words lie on a figure {#labelled}

<live-demo name="line-is-straight" at="10"></live-demo>

<div style="position: absolute; left: 64px; top: 130px; margin: 0; width: 1152px; font-size: 19px; line-height: 24px; word-spacing: 60px">${'on '.repeat(250)}</div>
${notes}
---

# A figure fails {#failing}

<live-demo name="line-is-straight" end="5"></live-demo>
${notes}
---

# A figure complains {#complaining}

<live-demo name="line-complains" at="3"></live-demo>
${notes}
---

# There is more to say than time {#hasty time=5}

::: notes
**Say.** ${'word '.repeat(20)}

**They will ask:** ${'unspoken '.repeat(500)}
:::

---

# The slides take longer than the talk {#slow time=70}
${notes}`;

/** What a check may not complain about: every figure, formulas, columns, fragments, a reference, a footer. */
export const sound = `---
title: The sound talk
duration: 9
---

# It begins {#beginning .title time=20}

With some words.
${notes}
---

# A formula, a picture, a work and a link {#all time=60}

:::: columns
::: words
$$
\\frac{a}{b}=\\sum_{i=1}^{N}\\sqrt{x_i^2}
$$

[First]{.fragment} and [second, with $\\hat x$]{.fragment} [@nobody-reads].

- A list, and a [link](#/works)
:::
::: figure
![A circle](media/circle.svg){.inline}
:::
::::

::: notes
**Say.** ${'word '.repeat(100)}

**They will ask:** ${'unspoken '.repeat(500)}
:::

${demoIds()
  .map((id) => `---\n\n# This is a figure {#${id}}\n\n<live-demo name="${id}"></live-demo>\n${notes}\n`)
  .join('')}
---

# Works {#works}

::: references
:::
${notes}`;

const circle = '<svg viewBox="0 0 90 90"><circle cx="45" cy="45" r="40" stroke="currentColor" fill="none"/></svg>';
const bibliography = `@article{nobody-reads, author = {Nobody, A.}, title = {Unread}, journal = {J}, year = 1900}\n`;

const complaining = `import view from '../line-is-straight/view.ts';

export default (stage: Parameters<typeof view>[0]) => {
  console.error('the line is not happy');
  return view(stage);
};
`;
const demo = `import line from '../line-is-straight/demo.ts';

export default { ...line, view: () => import('./view.ts') };
`;

/** The talks, their pages copies of `page`, and the demo they need, as files to add to a copy of the project. */
export const checkedTalks = (page: string): Readonly<Record<string, string>> => ({
  'slides/unsound/talk.md': unsound,
  'slides/unsound/refs.bib': bibliography,
  'slides/unsound/index.html': page,
  'slides/unfit/talk.md': unfit,
  'slides/unfit/index.html': page,
  'slides/unfit/media/corrupt.png': 'no picture',
  'slides/sound/talk.md': sound,
  'slides/sound/refs.bib': bibliography,
  'slides/sound/index.html': page,
  'slides/sound/media/circle.svg': circle,
  'src/demos/line-complains/demo.ts': demo,
  'src/demos/line-complains/view.ts': complaining,
});
