import { expect, type Locator, type Page } from '@playwright/test';

/** Where the focus is and cannot be seen; null when it can. A ring, or for a field its border in the colour of focus. */
async function hiddenFocus(page: Page): Promise<string | null> {
  return await page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return null;
    // A hidden radio button shows its focus on its label.
    const shown = at.matches('input[type="radio"]') ? at.nextElementSibling : at;
    if (!(shown instanceof HTMLElement)) return at.outerHTML.slice(0, 200);
    const { outlineStyle, outlineWidth, borderTopColor, borderTopWidth } = getComputedStyle(shown);
    const probe = document.createElement('span');
    probe.style.color = 'var(--mantine-primary-color-filled)';
    document.body.append(probe);
    const focusColour = getComputedStyle(probe).color;
    probe.remove();
    const box = shown.getBoundingClientRect();
    const inSight = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const ringed = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
    const bordered = Number.parseFloat(borderTopWidth) > 0 && borderTopColor === focusColour;
    return inSight && (ringed || bordered || at.getAttribute('aria-invalid') === 'true')
      ? null
      : at.outerHTML.slice(0, 200);
  });
}

const farthest = 80;

/** Tabs from where the focus is to this element; on the way nobody may lose sight of where they are. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target.first()).toBeAttached();
  for (let step = 0; step < farthest; step += 1) {
    await expect.poll(() => hiddenFocus(page), 'the focus can be seen').toBeNull();
    if (await target.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by Tab to ${String(target)}`);
}

export async function pressAt(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole('button', { name, exact: true }));
  await page.keyboard.press('Enter');
}

export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

/** Goes down an open list to the option and takes it. */
export async function takeOption(page: Page, option: string | RegExp): Promise<void> {
  const wanted = page.getByRole('option', { name: option });
  await expect(wanted).toBeVisible();
  const options = await page.getByRole('option').count();
  for (let step = 0; step <= options; step += 1) {
    if ((await wanted.getAttribute('data-combobox-selected')) === 'true') break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}
