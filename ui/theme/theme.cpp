// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPalette>
#include <QToolTip>

#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/system_appearance.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {

Theme::Theme(QApplication& application, QObject* parent) : QObject(parent), m_application(application) {
  m_system = new SystemAppearance(Tokens::of(application.palette()).dark, this);
  connect(m_system, &SystemAppearance::changed, this, &Theme::apply);
  apply();
}

Theme::~Theme() = default;

void Theme::setChoice(Choice choice) {
  if (choice == m_choice) return;
  m_choice = choice;
  apply();
}

const Tokens& Theme::tokens() const {
  return m_dark ? Tokens::forDark() : Tokens::forLight();
}

void Theme::apply() {
  m_dark = m_choice == Choice::System ? m_system->isDark() : m_choice == Choice::Dark;
  if (m_style == nullptr) {
    m_style = new Style;
    m_application.setStyle(m_style);  // takes it over
    m_application.setFont(typeFont(TypeRole::Body));
    QToolTip::setFont(typeFont(TypeRole::Hint));
    m_application.setWindowIcon(applicationIcon());
  }
  m_style->setLessMotion(m_system->wantsLessMotion());
  m_application.setPalette(tokens().palette());
  QToolTip::setPalette(tokens().palette());
  Q_EMIT changed();
}

QString Theme::choiceName(Choice choice) {
  switch (choice) {
    case Choice::Light:
      return QStringLiteral("light");
    case Choice::Dark:
      return QStringLiteral("dark");
    case Choice::System:
      break;
  }
  return QStringLiteral("system");
}

Theme::Choice Theme::choiceFromName(const QString& name) {
  if (name == QStringLiteral("light")) return Choice::Light;
  if (name == QStringLiteral("dark")) return Choice::Dark;
  return Choice::System;
}

}  // namespace heliograph::ui
