// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/definition/provider_definition.h"
#include "providers/provider.h"
#include "ui/widgets/surface.h"

class QPlainTextEdit;

namespace heliograph::ui {

class Label;

/// Exactly what would be sent for a sample message with the settings as they stand, with dots in the place of secrets.
class RequestView final : public Surface {
  Q_OBJECT
 public:
  explicit RequestView(QWidget* parent = nullptr);

  void show(const providers::ProviderDefinition& definition, const providers::Provider& provider);
  /// Nothing can be sent yet, and why.
  void showProblem(const QString& why);
  using Surface::show;

 private:
  Label* m_problem;
  Label* m_sample;
  QPlainTextEdit* m_text;
};

}  // namespace heliograph::ui
