import type { Response } from 'express';

/** Says where the same answer is found again. */
export function answeredAt<A extends { canonical: string }>(response: Response, answer: A): A {
  response.set({ 'Content-Location': answer.canonical, Link: `<${answer.canonical}>; rel="canonical"` });
  return answer;
}
