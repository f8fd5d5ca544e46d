// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <vector>

#include "editors/property_choice.h"
#include "ui/services.h"

class QStackedWidget;
class QTabBar;

namespace heliograph::ui {

class CouponsTab;
class TextsTab;

/// What messages are made of beside their own text: snippets, templates and coupon codes.
class LibraryDialog final : public QDialog {
  Q_OBJECT
 public:
  enum Tab { Snippets, Templates, Coupons };
  explicit LibraryDialog(Services& services, QWidget* parent = nullptr);

  void showTab(Tab tab);
  /// Shows the snippet of that name.
  void showSnippet(const QString& name);
  /// What the editors' personalisation menus offer.
  void setProperties(const std::vector<editors::PropertyChoice>& properties);
  [[nodiscard]] CouponsTab& coupons() { return *m_coupons; }

 public Q_SLOTS:
  void done(int result) override;

 Q_SIGNALS:
  /// Something of it was changed.
  void changed();

 private:
  void showCounts();

  TextsTab* m_snippets;
  TextsTab* m_templates;
  CouponsTab* m_coupons;
  QTabBar* m_tabs;
  QStackedWidget* m_stack;
};

}  // namespace heliograph::ui
