// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QHash>
#include <optional>
#include <vector>

#include "core/result.h"
#include "providers/provider.h"
#include "ui/providers/store_provider.h"
#include "ui/services.h"

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace heliograph::ui {

class Button;
class Fold;
class Label;
class SettingEditor;

/// Adds a provider or edits one: its kind, its name, and the fields its definition asks for. Secrets go to the secret
/// store and are never shown again.
class ProviderDialog final : public QDialog {
  Q_OBJECT
 public:
  /// Without a provider a new one is made.
  ProviderDialog(Services& services, const std::optional<providers::Provider>& provider, QWidget* parent = nullptr);

 Q_SIGNALS:
  void stored(heliograph::ProviderId id);

 private:
  void arrange();
  QWidget* makeFields();
  QWidget* makeButtons();
  void chooseKind(int row);
  void buildEditors();
  void fillEditors();
  void refreshConditions();
  void showErrors(const std::vector<providers::FieldError>& errors);
  void save();
  void saved(const Result<ProviderId>& id);
  [[nodiscard]] const providers::ProviderDefinition& kind() const;
  [[nodiscard]] providers::Provider edited() const;
  [[nodiscard]] QHash<QString, QString> typedSecrets() const;
  [[nodiscard]] std::vector<providers::FieldError> missingSecrets(const providers::Provider& provider) const;

  Services& m_services;
  std::optional<providers::Provider> m_before;
  QComboBox* m_kind;
  Label* m_summary;
  QLineEdit* m_name;
  Label* m_problem;
  QVBoxLayout* m_fields;
  Fold* m_advanced;
  Button* m_save;
  QWidget* m_buttons;
  KeepSecrets m_keep = KeepSecrets::ToStay;
  std::vector<SettingEditor*> m_editors;
};

}  // namespace heliograph::ui
