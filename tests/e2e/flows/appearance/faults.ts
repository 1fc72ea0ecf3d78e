import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Names of people and files are not texts of the program. */
const fileName = /\.(csv|xlsx|pdf|cvault)$/;
const keys = [
  // A key of another area, as in `people:list.title`.
  /\b(common|errors|domain|vault|people|cases|chart|importing|settings|document|network):[A-Za-z]/,
  // A bare key that is all there is, as in `list.title`.
  /^[a-z][A-Za-z]*(\.[A-Za-z0-9_-]+)+$/,
  // A place in a text that nothing was put into.
  /\{\{|\}\}|\bundefined\b|\bNaN\b|\[object /,
];

/** Everything a person can see or hear of the page: texts, names, hints, what stands in empty fields. */
async function wordsOf(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const found: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!['STYLE', 'SCRIPT'].includes(node.parentElement?.tagName ?? '')) found.push(node.textContent ?? '');
    }
    for (const element of document.body.querySelectorAll('*')) {
      for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'])
        found.push(element.getAttribute(name) ?? '');
    }
    return found.map((text) => text.trim()).filter((text) => text !== '');
  });
}

/**
 * What is wrong with a page as it stands, or with the part of it that `within` names: rules of accessibility that it
 * breaks, and texts that nobody translated.
 */
export async function faultsOf(page: Page, within = 'html'): Promise<readonly string[]> {
  await page.evaluate(async () => {
    // What fades in has other colours on the way; what turns for ever is not waited for.
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
  // Electron gives no second page, which the newer way of running needs.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await axe.include(within).analyze();
  const rules = violations.map(({ id, nodes }) => {
    const places = nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary ?? ''})`);
    return `${id}: ${places.join('; ')}`;
  });
  const untranslated = (await wordsOf(page)).filter(
    (text) => !fileName.test(text) && keys.some((key) => key.test(text)),
  );
  return [...rules, ...untranslated.map((text) => `untranslated: ${text}`)];
}
