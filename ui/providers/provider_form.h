// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>
#include <optional>
#include <vector>

#include "providers/generic/curl_import.h"
#include "providers/provider.h"
#include "ui/services.h"

class QComboBox;
class QLineEdit;

namespace heliograph::ui {

class CallbackNote;
class Fold;
class Label;
class SettingsForm;

/// What a provider is set up with: its kind, its name, and the fields its kind asks for, or a curl command that fills
/// them in.
class ProviderForm final : public QWidget {
  Q_OBJECT
 public:
  /// Without a provider a new one is made.
  ProviderForm(Services& services, const std::optional<providers::Provider>& provider, QWidget* parent = nullptr);

  [[nodiscard]] const providers::ProviderDefinition& kind() const;
  /// As it is typed.
  [[nodiscard]] providers::Provider edited() const;
  [[nodiscard]] QHash<QString, QString> typedSecrets() const;
  /// Everything that is wrong with it, missing secrets among it.
  [[nodiscard]] std::vector<providers::FieldError> errors() const;
  /// Shows all of it at its fields; gives what concerns none of them, in a line.
  QString showErrors();
  /// It is stored: from now on it is this one that is edited.
  void setStored(const providers::Provider& provider);
  [[nodiscard]] const std::optional<providers::Provider>& stored() const { return m_before; }
  /// Shows what is wrong so far, and the fields that apply; gives the definition by which it would be sent, or why not.
  Result<providers::ProviderDefinition> look();
  /// Puts its fields in their order for Tab, and gives the last one of them.
  QWidget* tabOrder();
  void focusFirst();

 Q_SIGNALS:
  void kindChosen();
  void changed();

 private:
  void arrange();
  void chooseKind();
  void showSecrets();
  void fillIn(const providers::CurlImport& made);
  void showCredentials(const providers::ProviderDefinition& definition);

  Services& m_services;
  std::optional<providers::Provider> m_before;
  QComboBox* m_kind;
  Label* m_summary;
  Label* m_credentials;
  QLineEdit* m_name;
  Fold* m_curl;
  SettingsForm* m_settings;
  CallbackNote* m_callback;
};

}  // namespace heliograph::ui
