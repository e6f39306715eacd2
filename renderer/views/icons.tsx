// The few pictograms of the window, as paths on a 16 by 16 grid. They say nothing alone: every use has words or a label.

const paths = {
  library: 'M2.5 3h4v10h-4zM8 3h2.5v10H8zM12 3.4l2 9.4',
  bin: 'M3 4.5h10M6 4.500V3h4v1.500M4.500 4.500l.6 8.500h5.800l.6-8.500M6.800 7v3.800M9.200 7v3.800',
  lock: 'M4 7.500h8v6H4zM5.500 7.500V5a2.500 2.500 0 015 0v2.500M8 10v1.500',
  search: 'M7 2.500a4.500 4.500 0 100 9 4.500 4.500 0 000-9zM10.500 10.500L14 14',
  system: 'M2 3h12v8H2zM6 13.500h4M8 11v2.500',
  light:
    'M8 5a3 3 0 100 6 3 3 0 000-6zM8 1.500V3M8 13v1.500M1.500 8H3M13 8h1.500M3.400 3.400l1.100 1.100M11.500 11.500l1.100 1.100M12.600 3.400l-1.100 1.100M4.500 11.500l-1.100 1.100',
  dark: 'M13 9.800A5.500 5.500 0 016.200 3a5.500 5.500 0 106.800 6.800z',
  edit: 'M3 13l.6-2.800L10.800 3l2.200 2.200-7.200 7.200z',
  close: 'M4 4l8 8M12 4l-8 8',
  down: 'M4.500 6.500L8 10l3.500-3.500',
  words: 'M2.500 4h11M2.500 8h11M2.500 12h6',
  check: 'M3 8.500l3 3 7-7',
  back: 'M6.500 4L3 7.500 6.500 11M3 7.500h6.500a3.500 3.500 0 013.500 3.500v1',
  merge: 'M3 3l5 5 5-5M8 8v5.500',
  split: 'M8 2.500V8M8 8l-5 5M8 8l5 5',
} as const

export type IconName = keyof typeof paths

/** Draws an icon in the colour of the words around it, hidden from assistive technology. */
export function Icon({ name, size = 16 }: { readonly name: IconName /** CSS pixels */; readonly size?: number }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
