// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/coupons_tab.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include "campaign/coupon_users.h"
#include "delivery/coupons/coupon_file.h"
#include "message/personalisation_token.h"
#include "ui/contacts/import_drop.h"
#include "ui/layout/plain_table.h"
#include "ui/library/name_dialog.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {

enum CouponColumn { PoolColumn, LeftColumn, UsedColumn, ReservedColumn, WrittenColumn, CouponColumns };
enum CouponsPage { PoolsPage, NoPoolsPage };

/// What came of an import, in a sentence or two.
QString intakeWords(const QString& pool, const library::CouponIntake& intake) {
  const QLocale locale;
  QStringList words{intake.added == 1
                        ? CouponsTab::tr("1 code is added to “%1”.").arg(pool)
                        : CouponsTab::tr("%1 codes are added to “%2”.").arg(locale.toString(intake.added), pool)};
  if (intake.duplicates > 0) words << CouponsTab::tr("%1 were there already.").arg(locale.toString(intake.duplicates));
  if (intake.blank > 0) words << CouponsTab::tr("%1 lines were blank.").arg(locale.toString(intake.blank));
  if (intake.unusable > 0) {
    words << CouponsTab::tr("%1 can't be used: a code has at most %2 characters.")
                 .arg(locale.toString(intake.unusable))
                 .arg(library::CouponRepository::longestCode);
  }
  return words.join(QLatin1Char(' '));
}

QStandardItem* couponCell(const QString& text, bool number = false) {
  auto* item = new QStandardItem(text);
  item->setEditable(false);
  if (number) item->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
  return item;
}

}  // namespace

CouponsTab::CouponsTab(Services& services, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_model(new QStandardItemModel(0, CouponColumns, this)),
      m_stack(new QStackedWidget),
      m_table(new PlainTable),
      m_pool(new QLineEdit),
      m_column(new QLineEdit),
      m_note(new Label({}, TypeRole::Body, Ink::Text2)),
      m_use(new Label({}, TypeRole::Hint, Ink::Text3)),
      m_rename(new Button(tr("Rename…"), ButtonRole::Quiet)),
      m_remove(new Button(tr("Delete the pool"), ButtonRole::Quiet, Icon::Trash)) {
  setObjectName(QStringLiteral("library.coupons"));
  m_note->setObjectName(QStringLiteral("library.coupons.note"));
  m_note->setWordWrap(true);
  m_note->setTextFormat(Qt::PlainText);
  m_use->setObjectName(QStringLiteral("library.coupons.use"));
  m_use->setWordWrap(true);
  m_use->setTextFormat(Qt::PlainText);
  m_rename->setObjectName(QStringLiteral("library.coupons.rename"));
  m_remove->setObjectName(QStringLiteral("library.coupons.remove"));
  m_stack->addWidget(makeTable());
  m_stack->addWidget(new EmptyState(
      Icon::List, tr("No coupon codes yet"),
      tr("Import a file with one code a line, or drop it here. Each person then gets a code of their own, and no code "
         "is ever given twice.")));
  auto* foot = new QHBoxLayout;
  foot->addWidget(m_note, 1);
  foot->addWidget(m_rename);
  foot->addWidget(m_remove);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Medium);
  column->addWidget(makeForm());
  column->addWidget(m_stack, 1);
  column->addWidget(m_use);
  column->addLayout(foot);
  connect(m_remove, &Button::clicked, this, &CouponsTab::remove);
  connect(m_rename, &Button::clicked, this, &CouponsTab::rename);
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CouponsTab::lookUpUse);
  connect(new ImportDrop(this), &ImportDrop::fileDropped, this, &CouponsTab::importFile);
}

QWidget* CouponsTab::makeTable() {
  m_model->setHorizontalHeaderLabels(
      {tr("Pool"), tr("Left"), tr("Sent"), tr("Under way or unclear"), tr("Written as")});
  m_table->setObjectName(QStringLiteral("library.coupons.table"));
  m_table->setAccessibleName(tr("Coupon pools"));
  m_table->setModel(m_model);
  m_table->setStrongColumn(PoolColumn);
  m_table->stretchColumn(PoolColumn);
  for (const int column : {LeftColumn, UsedColumn, ReservedColumn, WrittenColumn}) m_table->fitColumn(column);
  return m_table;
}

QWidget* CouponsTab::makeForm() {
  m_pool->setObjectName(QStringLiteral("library.coupons.pool"));
  m_pool->setAccessibleName(tr("Pool"));
  m_pool->setPlaceholderText(tr("Pool, such as Spring sale"));
  m_column->setObjectName(QStringLiteral("library.coupons.column"));
  m_column->setAccessibleName(tr("Column with the codes"));
  m_column->setPlaceholderText(tr("Column with the codes (only if there are several)"));
  auto* import = new Button(tr("Import codes…"), ButtonRole::Plain, Icon::Upload);
  import->setObjectName(QStringLiteral("library.coupons.import"));
  connect(import, &Button::clicked, this, &CouponsTab::chooseFile);
  auto* form = new QWidget;
  auto* row = new QHBoxLayout(form);
  row->setContentsMargins({});
  row->setSpacing(size::Small);
  row->addWidget(m_pool, 1);
  row->addWidget(m_column, 1);
  row->addWidget(import);
  return form;
}

void CouponsTab::refresh() {
  m_services.background.run([&coupons = m_services.coupons] { return coupons.list(); })
      .then(this, [this](const Result<std::vector<library::CouponPool>>& pools) { showPools(pools); });
}

void CouponsTab::showPools(const Result<std::vector<library::CouponPool>>& pools) {
  if (!pools) return say(pools.error().message, true);
  m_pools = *pools;
  m_model->removeRows(0, m_model->rowCount());
  const QLocale locale;
  for (const library::CouponPool& pool : m_pools) {
    m_model->appendRow(
        {couponCell(pool.name), couponCell(locale.toString(pool.free), true),
         couponCell(locale.toString(pool.used), true), couponCell(locale.toString(pool.reserved), true),
         couponCell(QString::fromUtf8(message::formatToken({QStringLiteral("Coupon"), pool.name, {}})))});
  }
  m_stack->setCurrentIndex(m_pools.empty() ? NoPoolsPage : PoolsPage);
  m_remove->setVisible(!m_pools.empty());
  m_rename->setVisible(!m_pools.empty());
  if (!m_pools.empty()) m_table->selectRow(0);
  lookUpUse();
  Q_EMIT listed();
}

const library::CouponPool* CouponsTab::current() const {
  const int row = m_table->currentIndex().row();
  return row < 0 || row >= count() ? nullptr : &m_pools[static_cast<std::size_t>(row)];
}

void CouponsTab::chooseFile() {
  auto* dialog = new QFileDialog(this, tr("Import coupon codes"), {}, tr("Codes (*.csv *.tsv *.txt);;All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, &CouponsTab::importFile);
  dialog->open();
}

void CouponsTab::importFile(const QString& path) {
  const QString named = m_pool->text().trimmed();
  const QString pool = named.isEmpty() ? QFileInfo(path).completeBaseName() : named;
  say(tr("Reading the codes…"), false);
  m_services.background
      .run([&coupons = m_services.coupons, pool, path, column = m_column->text().trimmed()] {
        return delivery::importCoupons(coupons, pool, path, column);
      })
      .then(this, [this, pool](const Result<library::CouponIntake>& intake) {
        say(intake ? intakeWords(pool, *intake) : intake.error().message, !intake);
        Q_EMIT changed();
        refresh();
      });
}

void CouponsTab::remove() {
  const library::CouponPool* pool = current();
  if (!pool) return;
  m_services.background
      .run([&database = m_services.database, &clock = m_services.clock, name = pool->name] {
        return campaign::removePool(database, clock, name);
      })
      .then(this, [this, name = pool->name](const Result<>& removed) {
        say(removed ? tr("“%1” is deleted.").arg(name) : removed.error().message, !removed);
        Q_EMIT changed();
        refresh();
      });
}

void CouponsTab::lookUpUse() {
  const library::CouponPool* pool = current();
  if (!pool) return m_use->clear();
  m_services.background
      .run([&database = m_services.database, &clock = m_services.clock, name = pool->name] {
        return campaign::usersOfPool(database, clock, name);
      })
      .then(this, [this, name = pool->name](const Result<std::vector<campaign::CouponUser>>& users) {
        const library::CouponPool* shown = current();
        if (!shown || shown->name != name) return;
        if (!users) return m_use->setText(users.error().message);
        m_use->setText(users->empty() ? tr("Used by no campaign and no text.") : campaign::describe(*users));
      });
}

void CouponsTab::rename() {
  const library::CouponPool* pool = current();
  if (!pool) return;
  auto* dialog = new NameDialog(tr("Rename the coupon pool"), pool->name, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->offer(tr("In the drafts, snippets and templates that use it, too"));
  connect(dialog, &NameDialog::named, this, [this, dialog, from = pool->name](const QString& name) {
    m_services.background
        .run([&database = m_services.database, &clock = m_services.clock, from, name, inTexts = dialog->isTaken()] {
          return campaign::renamePool(database, clock, from, name, inTexts);
        })
        .then(dialog, [this, dialog, from, name](const Result<campaign::PoolRenaming>& renaming) {
          if (!renaming) return dialog->refuse(renaming.error().message);
          dialog->accept();
          noteRenamed(from, name, *renaming);
        });
  });
  dialog->open();
}

void CouponsTab::noteRenamed(const QString& from, const QString& to, const campaign::PoolRenaming& renaming) {
  QStringList words{tr("“%1” is called “%2” now.").arg(from, to)};
  if (renaming.texts == 1) words << tr("1 text has the new name.");
  if (renaming.texts > 1) words << tr("%1 texts have the new name.").arg(QLocale().toString(renaming.texts));
  if (!renaming.unchanged.isEmpty()) {
    words << tr("Not changed, as somebody else was saving: %1.").arg(renaming.unchanged.join(QStringLiteral(", ")));
  }
  say(words.join(QLatin1Char(' ')), !renaming.unchanged.isEmpty());
  Q_EMIT changed();
  refresh();
}

void CouponsTab::say(const QString& words, bool problem) {
  m_note->setInk(problem ? Ink::Problem : Ink::Text2);
  m_note->setText(words);
}

}  // namespace heliograph::ui
