// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonValue>
#include <QStringList>
#include <QWidget>

#include "providers/template/setting_field.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace heliograph::ui {

class Label;
class PairRows;

/// The control for one field of a provider's definition, with its label, help and what is wrong with it.
class SettingEditor final : public QWidget {
  Q_OBJECT
 public:
  /// `tokens` are offered while they are typed.
  explicit SettingEditor(const providers::SettingField& field, const QStringList& tokens = {},
                         QWidget* parent = nullptr);

  [[nodiscard]] const providers::SettingField& field() const { return m_field; }
  /// As it stands in a provider's settings; undefined when nothing is filled in.
  [[nodiscard]] QJsonValue value() const;
  void setValue(const QJsonValue& value);
  /// The secrets as typed, by the field of the secret store; none when nothing was.
  [[nodiscard]] QHash<QString, QString> secrets() const;
  /// Fills in those that are this field's, as if they were typed.
  void setSecrets(const QHash<QString, QString>& secrets);
  /// Says in a secret field whether there is one already.
  void setSecretKnown(bool known);
  /// Shown in red under the control; empty takes it away.
  void setProblem(const QString& text);
  void focusField();

 Q_SIGNALS:
  void edited();

 private:
  [[nodiscard]] QString example() const;
  QWidget* makeControl();
  QWidget* makeLine();
  QWidget* makeChoice();
  QWidget* makeText();
  QWidget* makeRows();

  providers::SettingField m_field;
  QStringList m_tokens;
  PairRows* m_rows = nullptr;
  QLineEdit* m_line = nullptr;
  QComboBox* m_choice = nullptr;
  QCheckBox* m_flag = nullptr;
  QPlainTextEdit* m_text = nullptr;
  QWidget* m_control;
  Label* m_problem;
};

}  // namespace heliograph::ui
