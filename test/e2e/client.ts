// The part of the webdriverio client that tests use, typed so that they read well.

export type Wait = {
  readonly timeout?: number
  readonly interval?: number
  readonly timeoutMsg?: string
  readonly reverse?: boolean
}
export type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export type Element = {
  readonly click: (options?: {
    readonly button?: 'left' | 'middle' | 'right'
    readonly x?: number
    readonly y?: number
  }) => Promise<void>
  readonly doubleClick: () => Promise<void>
  readonly moveTo: () => Promise<void>
  readonly dragAndDrop: (target: Element | { readonly x: number; readonly y: number }) => Promise<void>
  readonly setValue: (value: string) => Promise<void>
  readonly addValue: (value: string | readonly string[]) => Promise<void>
  readonly clearValue: () => Promise<void>
  readonly getValue: () => Promise<string>
  readonly getText: () => Promise<string>
  readonly getHTML: (includeSelectorTag?: boolean) => Promise<string>
  readonly getAttribute: (name: string) => Promise<string | null>
  readonly getProperty: (name: string) => Promise<unknown>
  readonly getTagName: () => Promise<string>
  readonly getSize: () => Promise<{ readonly width: number; readonly height: number }>
  readonly getLocation: () => Promise<{ readonly x: number; readonly y: number }>
  readonly isExisting: () => Promise<boolean>
  readonly isDisplayed: () => Promise<boolean>
  readonly isEnabled: () => Promise<boolean>
  readonly isFocused: () => Promise<boolean>
  readonly isSelected: () => Promise<boolean>
  readonly scrollIntoView: () => Promise<void>
  readonly selectByAttribute: (attribute: string, value: string) => Promise<void>
  readonly waitForExist: (wait?: Wait) => Promise<true>
  readonly waitForDisplayed: (wait?: Wait) => Promise<true>
  readonly waitForEnabled: (wait?: Wait) => Promise<true>
  readonly waitForClickable: (wait?: Wait) => Promise<true>
  readonly $: (selector: string) => Promise<Element>
  readonly $$: (selector: string) => Promise<readonly Element[]>
}

export type Client = {
  readonly $: (selector: string) => Promise<Element>
  readonly $$: (selector: string) => Promise<readonly Element[]>
  /** Runs a function in the page; arguments and result are plain data. */
  readonly execute: <Value, Arguments extends readonly unknown[]>(
    script: string | ((...args: Arguments) => Value),
    ...args: Arguments
  ) => Promise<Awaited<Value>>
  /** Like `execute`, with a callback as last argument that gives the result. */
  readonly executeAsync: <Value>(
    script: string | ((...args: never[]) => void),
    ...args: readonly unknown[]
  ) => Promise<Value>
  /** Types keys into what has the focus; named keys as webdriverio calls them (`Control`, `Enter`), held until `NULL`. */
  readonly keys: (keys: string | readonly string[]) => Promise<void>
  readonly waitUntil: <Value>(condition: () => Promise<Value> | Value, wait?: Wait) => Promise<Value>
  readonly waitUntilTextExists: (selector: string, text: string, timeout?: number) => Promise<void>
  readonly getTitle: () => Promise<string>
  readonly getUrl: () => Promise<string>
  readonly refresh: () => Promise<void>
  readonly url: (url: string) => Promise<unknown>
  readonly getWindowHandles: () => Promise<readonly string[]>
  readonly getWindowHandle: () => Promise<string>
  readonly switchToWindow: (handle: string) => Promise<void>
  readonly closeWindow: () => Promise<unknown>
  readonly setWindowSize: (width: number, height: number) => Promise<unknown>
  readonly takeScreenshot: () => Promise<string>
  readonly performActions: (actions: readonly object[]) => Promise<void>
  readonly releaseActions: () => Promise<void>
  readonly setTimeout: (timeouts: {
    readonly implicit?: number
    readonly pageLoad?: number
    readonly script?: number
  }) => Promise<void>
  /** A command of Chromium's DevTools protocol. */
  readonly sendCommandAndGetResult: (command: string, parameters: object) => Promise<unknown>
  /** What the page's console and Chromium said since the last call. */
  readonly getLogs: (type: 'browser') => Promise<readonly { readonly level: string; readonly message: string }[]>
}
