// SettingsFiles
