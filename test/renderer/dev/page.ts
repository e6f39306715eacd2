// A page that shows the window over the fake bridge, to look at while working on it:
// `npx vite --port 5199`, then /test/renderer/dev/index.html?scene=empty|one|many|read-only|damaged|failed|loading|trouble.
import { createFakeBridge } from './fake-bridge.ts'
import { sceneNamed } from './scenes.ts'

const scene = sceneNamed(new URLSearchParams(location.search).get('scene') ?? 'one')
Object.defineProperty(window, 'aideMemoire', { value: createFakeBridge(scene) })
await import('../../../renderer/main.tsx')
