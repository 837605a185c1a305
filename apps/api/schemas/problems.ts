import { z } from 'zod';

const words = z.object({ zh: z.string(), en: z.string() });

export const problemWords = z.object({ code: z.string(), title: words, remedy: words }).meta({
  id: 'ProblemWords',
  examples: [
    {
      code: 'version-stale',
      title: { zh: '内容已被更改', en: 'Changed in the meantime' },
      remedy: { zh: '请重新读取后再试。', en: 'Read it again and try again.' },
    },
  ],
});

export const problemsAnswer = z.object({ problems: z.array(problemWords) }).meta({ id: 'ProblemList' });
