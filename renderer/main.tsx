import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './app/fonts.css';
import './app/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { call } from './lib/api.ts';
import { startI18n } from './lib/i18n.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root element');
const { language, theme } = await call('app.preferences', {});
await startI18n(language);
createRoot(root).render(
  <StrictMode>
    <App theme={theme} />
  </StrictMode>,
);
