import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import './styles/global.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { createServices } from './app/create-services.ts';
import { connectShell, keepSettings, openFirstProject } from './app/start.ts';
import { connectHost } from './shell/connect.ts';

void import('./app/tabs/query/QueryTab.tsx'); // large, and needed in most windows: fetched while the rest starts

const host = connectHost();
const services = createServices(host);
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');

await keepSettings(host).catch(() => undefined); // defaults then; opening a project tells what is wrong
connectShell(services);
createRoot(root).render(<App services={services} />);
await openFirstProject(services);
