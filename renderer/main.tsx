import './app/zod.ts';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './app/fonts.css';
import './app/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { call } from './lib/api.ts';
import { startI18n } from './lib/i18n.ts';
import { shareNonce } from './lib/nonce.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root element');
shareNonce();
const { language, theme } = await call('app.preferences', {});
await startI18n(language);
createRoot(root).render(
  <StrictMode>
    <App theme={theme} />
  </StrictMode>,
);
