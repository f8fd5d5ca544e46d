// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_settings.h"

#include <QSettings>

namespace heliograph::ui {

namespace {
const QString kGeometry = QStringLiteral("window/geometry");
const QString kTheme = QStringLiteral("window/theme");
const QString kMessageAsSource = QStringLiteral("composer/messageAsSource");
}  // namespace

QByteArray WindowSettings::geometry() const {
  return m_store.value(kGeometry).toByteArray();
}

void WindowSettings::setGeometry(const QByteArray& geometry) {
  m_store.setValue(kGeometry, geometry);
}

Theme::Choice WindowSettings::theme() const {
  return Theme::choiceFromName(m_store.value(kTheme).toString());
}

void WindowSettings::setTheme(Theme::Choice choice) {
  m_store.setValue(kTheme, Theme::choiceName(choice));
}

bool WindowSettings::messageAsSource() const {
  return m_store.value(kMessageAsSource).toBool();
}

void WindowSettings::setMessageAsSource(bool source) {
  m_store.setValue(kMessageAsSource, source);
}

}  // namespace heliograph::ui
