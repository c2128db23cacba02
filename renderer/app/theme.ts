import { theme as antd, type ThemeConfig } from 'antd'

/** Colours that antd must know as values, because it mixes further ones from them. Each equals `ui/theme.css`. */
export interface Palette {
  ground: string
  surface: string
  raised: string
  hover: string
  selected: string
  border: string
  'border-strong': string
  text: string
  'text-muted': string
  accent: string
  'accent-hover': string
  'on-accent': string
  danger: string
  warning: string
  success: string
}

/** `theme.css` in light and dark; a test holds both files to each other. */
export const PALETTES: Record<'light' | 'dark', Palette> = {
  light: {
    ground: '#f3f4f6',
    surface: '#ffffff',
    raised: '#ffffff',
    hover: '#eceef2',
    selected: '#dfe7f3',
    border: '#d9dce2',
    'border-strong': '#8a919e',
    text: '#1d2129',
    'text-muted': '#565d69',
    accent: '#1f4e8c',
    'accent-hover': '#2a62ac',
    'on-accent': '#ffffff',
    danger: '#b3261e',
    warning: '#855300',
    success: '#1b6e3c',
  },
  dark: {
    ground: '#16181d',
    surface: '#1e2127',
    raised: '#262a31',
    hover: '#2b3038',
    selected: '#2c3d55',
    border: '#363b44',
    'border-strong': '#767e8b',
    text: '#e4e7ec',
    'text-muted': '#a4abb7',
    accent: '#8ab4f0',
    'accent-hover': '#a6c6f5',
    'on-accent': '#10213a',
    danger: '#f28b82',
    warning: '#f2b654',
    success: '#7bd29b',
  },
}

/** The antd theme: dense, 13 px, our colours; without motion where the system asks for less. */
export function antdTheme(dark: boolean, calm: boolean): ThemeConfig {
  const colors = PALETTES[dark ? 'dark' : 'light']
  return {
    // Not antd's compact algorithm: it takes its smallest type as the base, 10 px in a small control.
    algorithm: dark ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      fontFamily: 'var(--db-font-ui)',
      fontFamilyCode: 'var(--db-font-mono)',
      fontSize: 13,
      fontSizeSM: 12,
      controlHeight: 28,
      controlHeightSM: 24,
      controlHeightLG: 34,
      borderRadius: 4,
      wireframe: false,
      motion: !calm,
      colorPrimary: colors.accent,
      colorPrimaryHover: colors['accent-hover'],
      colorLink: colors.accent,
      colorLinkHover: colors['accent-hover'],
      colorTextLightSolid: colors['on-accent'],
      colorError: colors.danger,
      colorWarning: colors.warning,
      colorSuccess: colors.success,
      colorInfo: colors.accent,
      colorText: colors.text,
      colorTextSecondary: colors['text-muted'],
      colorTextTertiary: colors['text-muted'],
      colorTextDescription: colors['text-muted'],
      colorTextPlaceholder: colors['text-muted'],
      colorTextDisabled: colors['border-strong'],
      colorBgLayout: colors.ground,
      colorBgContainer: colors.surface,
      colorBgElevated: colors.raised,
      colorBorder: colors['border-strong'],
      colorBorderSecondary: colors.border,
      controlItemBgHover: colors.hover,
      controlItemBgActive: colors.selected,
      controlItemBgActiveHover: colors.selected,
      controlOutlineWidth: 2,
    },
    components: {
      Button: { primaryColor: colors['on-accent'], dangerColor: dark ? colors.ground : '#ffffff' },
      Tooltip: { colorBgSpotlight: dark ? '#3a404a' : '#2b303a', colorTextLightSolid: '#ffffff' },
      Table: { headerBg: colors.ground, rowHoverBg: colors.hover, cellPaddingBlockSM: 3, cellPaddingInlineSM: 8 },
    },
  }
}
