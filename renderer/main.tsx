// The window's composition root: the bridge becomes a client, the client an app, the app a view.
import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/source-serif-4/index.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/list.css'
import './styles/reader.css'
import './styles/summary.css'
import './styles/panes.css'
import './styles/highlights.css'
import './styles/notes.css'
import './styles/review.css'
import './styles/review-fields.css'
import './styles/review-panel.css'
import './styles/settle.css'
import './styles/overlays.css'
import './styles/forms.css'
import './styles/gate.css'
import { createRoot } from 'react-dom/client'
import { createApp } from './actions/create-app.ts'
import { followMain, leaveWindow, startWindow } from './actions/start.ts'
import { createClient } from './bridge.ts'
import { createFocus } from './keyboard/panes.ts'
import { Root } from './views/app.tsx'

const place = document.getElementById('root')
if (place === null) throw new Error('index.html has no #root')

const app = createApp(createClient(window.aideMemoire), createFocus(document))
followMain(app)
// What still waits for a moment of quiet goes out before the page does: at the first sign that it may go, and at the last.
for (const sign of ['beforeunload', 'pagehide'] as const) window.addEventListener(sign, () => leaveWindow(app))
createRoot(place).render(<Root app={app} />)
void startWindow(app)
